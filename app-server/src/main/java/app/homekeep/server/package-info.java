// SPDX-License-Identifier: Apache-2.0
/// The server and its command line, put together.
@NullMarked
package app.homekeep.server;

import org.jspecify.annotations.NullMarked;
