// SPDX-License-Identifier: Apache-2.0
/// Passwords: which are good enough, and how they are kept.
@NullMarked
package app.homekeep.server.password;

import org.jspecify.annotations.NullMarked;
