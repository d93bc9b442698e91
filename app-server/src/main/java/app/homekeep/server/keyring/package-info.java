// SPDX-License-Identifier: Apache-2.0
/// The secrets that sign and seal: a master key in a file, and under it a key for each purpose in the database. Either
/// alone is worth nothing.
@NullMarked
package app.homekeep.server.keyring;

import org.jspecify.annotations.NullMarked;
