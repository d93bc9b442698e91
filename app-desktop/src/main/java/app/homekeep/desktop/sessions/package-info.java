// SPDX-License-Identifier: Apache-2.0
/// Who is signed in, and the way to end it.
@NullMarked
package app.homekeep.desktop.sessions;

import org.jspecify.annotations.NullMarked;
