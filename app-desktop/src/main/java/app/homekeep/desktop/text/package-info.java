// SPDX-License-Identifier: Apache-2.0
/// Words, times and sizes in the owner's language.
@NullMarked
package app.homekeep.desktop.text;

import org.jspecify.annotations.NullMarked;
