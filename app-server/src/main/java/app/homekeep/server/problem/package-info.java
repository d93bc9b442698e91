// SPDX-License-Identifier: Apache-2.0
/// Refusals: thrown where a rule is broken, mapped to an answer in one place.
@NullMarked
package app.homekeep.server.problem;

import org.jspecify.annotations.NullMarked;
