// SPDX-License-Identifier: Apache-2.0
/// Roles: what accounts may do, as the owner has it.
@NullMarked
package app.homekeep.server.role;

import org.jspecify.annotations.NullMarked;
