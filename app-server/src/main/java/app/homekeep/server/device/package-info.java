// SPDX-License-Identifier: Apache-2.0
/// The devices that accounts are signed in to on, and the question whether a new one may come in.
@NullMarked
package app.homekeep.server.device;

import org.jspecify.annotations.NullMarked;
