// SPDX-License-Identifier: Apache-2.0
/// The home network as seen from here: whether its door is open, why not, and what to do about it. Several screens show
/// it.
@NullMarked
package app.homekeep.desktop.door;

import org.jspecify.annotations.NullMarked;
