// SPDX-License-Identifier: Apache-2.0
/// Everybody out and the home network kept out, at once, until the owner says otherwise.
@NullMarked
package app.homekeep.server.lockdown;

import org.jspecify.annotations.NullMarked;
