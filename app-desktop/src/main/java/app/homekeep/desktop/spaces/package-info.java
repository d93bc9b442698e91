// SPDX-License-Identifier: Apache-2.0
/// The screen of shared spaces: which folders are served, to whom, with which rights.
@NullMarked
package app.homekeep.desktop.spaces;

import org.jspecify.annotations.NullMarked;
