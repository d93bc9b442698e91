// SPDX-License-Identifier: Apache-2.0
/// Who is kept waiting or out.
@NullMarked
package app.homekeep.model.block;

import org.jspecify.annotations.NullMarked;
