// SPDX-License-Identifier: Apache-2.0
/// Holding back who guesses, who asks too often, and whom the owner has shut out.
@NullMarked
package app.homekeep.server.throttle;

import org.jspecify.annotations.NullMarked;
