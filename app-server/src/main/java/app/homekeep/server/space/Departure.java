// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

/// A deleted account's folder that is still to be moved or removed.
///
/// @param id     that of the space it was
/// @param folder its name inside the files folder
/// @param move   into the owner's space; else it is removed
record Departure(String id, String folder, String username, boolean move) {}
