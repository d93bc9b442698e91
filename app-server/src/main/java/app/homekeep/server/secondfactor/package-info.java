// SPDX-License-Identifier: Apache-2.0
/// The second factor: codes of an authenticator app, recovery codes, and who must have them.
@NullMarked
package app.homekeep.server.secondfactor;

import org.jspecify.annotations.NullMarked;
