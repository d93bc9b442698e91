// SPDX-License-Identifier: Apache-2.0
/// The audit log as it is read.
@NullMarked
package app.homekeep.model.audit;

import org.jspecify.annotations.NullMarked;
