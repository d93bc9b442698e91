// SPDX-License-Identifier: Apache-2.0
/// Secrets that are handed out and come back: one-time codes that people read to each other, and tokens.
@NullMarked
package app.homekeep.server.code;

import org.jspecify.annotations.NullMarked;
