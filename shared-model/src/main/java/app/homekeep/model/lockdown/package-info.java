// SPDX-License-Identifier: Apache-2.0
/// Everybody out, and the home network kept out.
@NullMarked
package app.homekeep.model.lockdown;

import org.jspecify.annotations.NullMarked;
