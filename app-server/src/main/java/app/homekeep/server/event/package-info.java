// SPDX-License-Identifier: Apache-2.0
/// What happens in the server, told to whoever watches.
@NullMarked
package app.homekeep.server.event;

import org.jspecify.annotations.NullMarked;
