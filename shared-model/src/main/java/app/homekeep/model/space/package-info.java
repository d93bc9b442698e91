// SPDX-License-Identifier: Apache-2.0
/// Spaces and what lies in them.
@NullMarked
package app.homekeep.model.space;

import org.jspecify.annotations.NullMarked;
