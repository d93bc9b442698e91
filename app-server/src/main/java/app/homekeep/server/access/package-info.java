// SPDX-License-Identifier: Apache-2.0
/// Who asks, and what a route asks of them.
@NullMarked
package app.homekeep.server.access;

import org.jspecify.annotations.NullMarked;
