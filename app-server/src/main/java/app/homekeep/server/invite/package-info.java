// SPDX-License-Identifier: Apache-2.0
/// Invites: links by which somebody gets an account.
@NullMarked
package app.homekeep.server.invite;

import org.jspecify.annotations.NullMarked;
