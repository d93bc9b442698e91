// SPDX-License-Identifier: Apache-2.0
/// A device of the family meets the server for the first time.
@NullMarked
package app.homekeep.model.pairing;

import org.jspecify.annotations.NullMarked;
