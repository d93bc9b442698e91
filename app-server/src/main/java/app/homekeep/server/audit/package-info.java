// SPDX-License-Identifier: Apache-2.0
/// The audit log: written inside the transaction of what it tells about, chained, checked, read and exported.
@NullMarked
package app.homekeep.server.audit;

import org.jspecify.annotations.NullMarked;
