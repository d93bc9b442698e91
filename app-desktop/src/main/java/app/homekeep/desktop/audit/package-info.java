// SPDX-License-Identifier: Apache-2.0
/// The audit log: read, filter, verify, export.
@NullMarked
package app.homekeep.desktop.audit;

import org.jspecify.annotations.NullMarked;
