// SPDX-License-Identifier: Apache-2.0
/// Signed-in browsers.
@NullMarked
package app.homekeep.model.session;

import org.jspecify.annotations.NullMarked;
