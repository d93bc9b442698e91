// SPDX-License-Identifier: Apache-2.0
/// Roles: what accounts may do, as the owner has it.
@NullMarked
package app.homekeep.model.role;

import org.jspecify.annotations.NullMarked;
