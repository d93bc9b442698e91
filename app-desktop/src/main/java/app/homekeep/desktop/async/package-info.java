// SPDX-License-Identifier: Apache-2.0
/// Work off the FX thread, and its results back on it.
@NullMarked
package app.homekeep.desktop.async;

import org.jspecify.annotations.NullMarked;
