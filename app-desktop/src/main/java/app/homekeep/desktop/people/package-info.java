// SPDX-License-Identifier: Apache-2.0
/// Who has an account, who wants one, what they may do, and who is kept out.
@NullMarked
package app.homekeep.desktop.people;

import org.jspecify.annotations.NullMarked;
