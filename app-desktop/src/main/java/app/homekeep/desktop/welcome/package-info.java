// SPDX-License-Identifier: Apache-2.0
/// The first run, in four steps.
@NullMarked
package app.homekeep.desktop.welcome;

import org.jspecify.annotations.NullMarked;
