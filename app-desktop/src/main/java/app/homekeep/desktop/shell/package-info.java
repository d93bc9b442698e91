// SPDX-License-Identifier: Apache-2.0
/// The window around the screens: rail, router, status bar, messages that come and go.
@NullMarked
package app.homekeep.desktop.shell;

import org.jspecify.annotations.NullMarked;
