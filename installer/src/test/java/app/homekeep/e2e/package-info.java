// SPDX-License-Identifier: Apache-2.0
/// The program put together, as its owner and its visitors use it: the panel's own code against real server processes.
@NullMarked
package app.homekeep.e2e;

import org.jspecify.annotations.NullMarked;
