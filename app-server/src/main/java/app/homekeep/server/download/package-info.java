// SPDX-License-Identifier: Apache-2.0
/// Downloads: the bytes of a file, served so that a browser runs none of them.
@NullMarked
package app.homekeep.server.download;

import org.jspecify.annotations.NullMarked;
