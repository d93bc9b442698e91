// SPDX-License-Identifier: Apache-2.0
/// Uploads: bytes that appear whole under their name, or not at all.
@NullMarked
package app.homekeep.server.upload;

import org.jspecify.annotations.NullMarked;
