// SPDX-License-Identifier: Apache-2.0
/// The database: one writer whose callers share a commit, a few readers, migrations, and ids for rows.
@NullMarked
package app.homekeep.server.store;

import org.jspecify.annotations.NullMarked;
