// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// Who may come in at all, and how often anybody may ask. The pipeline asks on I/O threads, so answers come from memory
/// and never block. The control door is never held back, so it never asks.
public interface Rates {
    /// There is nothing to keep before the handler runs.
    Runnable NOTHING_TO_KEEP = () -> {};

    /// Whether this address may come in.
    ///
    /// @throws app.homekeep.server.problem.Refused 403 when it was shut out
    void admit(String address);

    /// Counts a request, its caller known.
    ///
    /// @param route the path of its route; empty where there is none
    /// @return makes the count durable; runs before the handler, on a thread that may block
    /// @throws app.homekeep.server.problem.Refused 429 with the time to wait
    Runnable spend(Request request, String route);

    /// Holds nobody back.
    static Rates unlimited() {
        return new Rates() {
            @Override
            public void admit(String address) {}

            @Override
            public Runnable spend(Request request, String route) {
                return NOTHING_TO_KEEP;
            }
        };
    }
}
