// SPDX-License-Identifier: Apache-2.0
/// Accounts as the API shows and takes them.
@NullMarked
package app.homekeep.model.account;

import org.jspecify.annotations.NullMarked;
