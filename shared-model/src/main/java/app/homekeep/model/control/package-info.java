// SPDX-License-Identifier: Apache-2.0
/// What only the owner's panel and command line may know and ask.
@NullMarked
package app.homekeep.model.control;

import org.jspecify.annotations.NullMarked;
