// SPDX-License-Identifier: Apache-2.0
/// What screens are made of: controls, dialogs, looks.
@NullMarked
package app.homekeep.desktop.kit;

import org.jspecify.annotations.NullMarked;
