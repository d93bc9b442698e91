// SPDX-License-Identifier: Apache-2.0
/// API keys, and the key that signs sign-ins.
@NullMarked
package app.homekeep.desktop.apikeys;

import org.jspecify.annotations.NullMarked;
