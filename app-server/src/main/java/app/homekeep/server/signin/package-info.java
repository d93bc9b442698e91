// SPDX-License-Identifier: Apache-2.0
/// Signing in, staying in, signing out.
@NullMarked
package app.homekeep.server.signin;

import org.jspecify.annotations.NullMarked;
