// SPDX-License-Identifier: Apache-2.0
/// What anyone may know of a server.
@NullMarked
package app.homekeep.model.system;

import org.jspecify.annotations.NullMarked;
