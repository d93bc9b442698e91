// SPDX-License-Identifier: Apache-2.0
/// Accounts: who may sign in, and as what.
@NullMarked
package app.homekeep.server.account;

import org.jspecify.annotations.NullMarked;
