// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Set;

/// Every transfer and event stream that is open, by session, so that ending a session can cut them. Thread-safe.
public interface OpenExchanges {
    /// Cuts everything that is open for that session, at once; event streams get `event` with `json` first.
    void cut(String sessionId, String event, String json);

    /// The sessions for which something is open now.
    Set<String> open();

    /// Uploads and downloads that run now; event streams don't count.
    int transfers();
}
