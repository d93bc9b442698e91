// SPDX-License-Identifier: Apache-2.0
/// The second factor: codes of an authenticator app, and recovery codes.
@NullMarked
package app.homekeep.model.secondfactor;

import org.jspecify.annotations.NullMarked;
