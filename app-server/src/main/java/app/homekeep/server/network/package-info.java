// SPDX-License-Identifier: Apache-2.0
/// Where this computer is found at home: its names and its private addresses.
@NullMarked
package app.homekeep.server.network;

import org.jspecify.annotations.NullMarked;
