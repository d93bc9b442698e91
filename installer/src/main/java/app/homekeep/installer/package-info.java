// SPDX-License-Identifier: Apache-2.0
/// Puts the program together as it is run.
@NullMarked
package app.homekeep.installer;

import org.jspecify.annotations.NullMarked;
