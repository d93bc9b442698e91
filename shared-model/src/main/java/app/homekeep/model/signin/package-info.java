// SPDX-License-Identifier: Apache-2.0
/// Signing in, over HTTP.
@NullMarked
package app.homekeep.model.signin;

import org.jspecify.annotations.NullMarked;
