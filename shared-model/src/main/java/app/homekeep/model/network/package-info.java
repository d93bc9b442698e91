// SPDX-License-Identifier: Apache-2.0
/// The networks this computer is on, and which of them are home.
@NullMarked
package app.homekeep.model.network;

import org.jspecify.annotations.NullMarked;
