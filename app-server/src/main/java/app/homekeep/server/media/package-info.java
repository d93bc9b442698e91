// SPDX-License-Identifier: Apache-2.0
/// What a file is, told by its bytes, and what may be kept here.
@NullMarked
package app.homekeep.server.media;

import org.jspecify.annotations.NullMarked;
