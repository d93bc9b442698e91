// SPDX-License-Identifier: Apache-2.0
/// Everybody out at once, and the way back.
@NullMarked
package app.homekeep.desktop.lockdown;

import org.jspecify.annotations.NullMarked;
