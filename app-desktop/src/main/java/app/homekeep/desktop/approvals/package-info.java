// SPDX-License-Identifier: Apache-2.0
/// New devices that wait for the owner’s yes, as a live question.
@NullMarked
package app.homekeep.desktop.approvals;

import org.jspecify.annotations.NullMarked;
