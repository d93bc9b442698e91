// SPDX-License-Identifier: Apache-2.0
/// Spaces: folders on the owner's disk that are served, the one way from a path to a file, and listings.
@NullMarked
package app.homekeep.server.space;

import org.jspecify.annotations.NullMarked;
