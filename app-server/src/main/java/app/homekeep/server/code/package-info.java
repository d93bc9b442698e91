// SPDX-License-Identifier: Apache-2.0
/// One-time codes that people read to each other.
@NullMarked
package app.homekeep.server.code;

import org.jspecify.annotations.NullMarked;
