// SPDX-License-Identifier: Apache-2.0
/// A phone comes in for the first time: a code to scan, and what happens after it.
@NullMarked
package app.homekeep.desktop.pairing;

import org.jspecify.annotations.NullMarked;
