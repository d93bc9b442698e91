// SPDX-License-Identifier: Apache-2.0
/// The first screen: what the server does, how to reach it, who is there.
@NullMarked
package app.homekeep.desktop.overview;

import org.jspecify.annotations.NullMarked;
