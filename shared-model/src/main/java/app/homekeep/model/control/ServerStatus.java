// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the panel's overview shows.
///
/// @param name      what the owner calls the server
/// @param state     `running` or `stopping`
/// @param owner     the owner's username
/// @param data      the data folder
/// @param files     the folder that holds the personal spaces
/// @param addresses how browsers reach the server, best first
/// @param sessions  how many sessions are signed in
/// @param transfers uploads and downloads that run now
/// @param disk      of the volume that holds the files
/// @param certificate the LAN door's; null when the door is closed
/// @param lanDoor     whether it is open, and why not
@Json(naming = Json.Naming.LowerUnderscore)
public record ServerStatus(
        String name,
        String state,
        String version,
        long pid,
        Instant startedAt,
        String owner,
        String data,
        String files,
        List<Address> addresses,
        int users,
        int sessions,
        int transfers,
        Traffic traffic,
        Disk disk,
        @Nullable Certificate certificate,
        LanDoor lanDoor) {
    public ServerStatus {
        addresses = List.copyOf(addresses);
    }

    /// @param door `local`, `lan` or `welcome`
    /// @param url  what to type into a browser
    /// @param form `name` or `address`
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Address(String door, String url, String form) {}

    /// Counted since the start, over the doors that browsers use.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Traffic(long requests, long receivedBytes, long sentBytes) {}

    /// In bytes.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Disk(long freeBytes, long totalBytes) {}

    /// @param fingerprint SHA-256 of the CA certificate, in hex
    /// @param expiresAt   when the door's own certificate ends
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Certificate(String fingerprint, Instant expiresAt) {}
}
