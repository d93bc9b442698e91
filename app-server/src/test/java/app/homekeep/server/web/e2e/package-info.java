// SPDX-License-Identifier: Apache-2.0
/// The page in a real browser, against a real server.
@NullMarked
package app.homekeep.server.web.e2e;

import org.jspecify.annotations.NullMarked;
