// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

/// What the server says of itself when asked.
sealed interface Pulse {
    /// It serves.
    record Healthy() implements Pulse {}

    /// It answers, and something of it doesn't work.
    record Unwell() implements Pulse {}

    /// It is on its way down.
    ///
    /// @param transfers uploads and downloads it still waits for
    record Draining(int transfers) implements Pulse {}

    /// There was no answer, or one that a server of this data folder wouldn't give.
    record Silent() implements Pulse {}
}
