// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// What a request shows to be let in.
///
/// @param text   an access token or an API key
/// @param cookie whether a browser sent it along by itself; else it came as a bearer (RFC 6750)
public record Credential(String text, boolean cookie) {
    /// Without the secret, so that it never gets into a log.
    @Override
    public String toString() {
        return cookie ? "Credential[cookie]" : "Credential[bearer]";
    }
}
