// SPDX-License-Identifier: Apache-2.0
/// What the panel asks the server over its control door.
@NullMarked
package app.homekeep.desktop.admin;

import org.jspecify.annotations.NullMarked;
