// SPDX-License-Identifier: Apache-2.0
/// Known devices, and the question whether a new one may come in.
@NullMarked
package app.homekeep.model.device;

import org.jspecify.annotations.NullMarked;
