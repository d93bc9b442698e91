// SPDX-License-Identifier: Apache-2.0
/// Sessions: signed-in browsers, their tokens, and the end of them.
@NullMarked
package app.homekeep.server.session;

import org.jspecify.annotations.NullMarked;
