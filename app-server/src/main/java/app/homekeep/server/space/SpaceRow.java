// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.space.Space;

/// A space as it is kept.
///
/// @param folder its folder's name inside the files folder
/// @param made   whether the folder was made once
record SpaceRow(String id, Space.Kind kind, String name, String ownerId, String folder, boolean made) {}
