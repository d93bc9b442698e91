// SPDX-License-Identifier: Apache-2.0
/// What the owner may change: every setting with its name, type, default and explanation.
@NullMarked
package app.homekeep.server.settings;

import org.jspecify.annotations.NullMarked;
