// SPDX-License-Identifier: Apache-2.0
/// The control door's own routes: status, events, stop, log.
@NullMarked
package app.homekeep.server.control;

import org.jspecify.annotations.NullMarked;
