// SPDX-License-Identifier: Apache-2.0
/// What anyone may know of the server: health and name.
@NullMarked
package app.homekeep.server.system;

import org.jspecify.annotations.NullMarked;
