// SPDX-License-Identifier: Apache-2.0
/// API keys: how scripts get in.
@NullMarked
package app.homekeep.server.apikey;

import org.jspecify.annotations.NullMarked;
