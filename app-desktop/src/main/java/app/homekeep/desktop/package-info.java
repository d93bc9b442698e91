// SPDX-License-Identifier: Apache-2.0
/// The control panel: starts, watches and steers the server.
@NullMarked
package app.homekeep.desktop;

import org.jspecify.annotations.NullMarked;
