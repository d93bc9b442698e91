// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// One open stream of server-sent events. Thread-safe; sending never blocks. A reader that falls too far behind is cut.
public interface EventStream {
    /// @param event the event's name: letters, digits, underscore
    /// @param json  its data
    void send(String event, String json);

    /// Sends what is queued, then ends the stream.
    void close();

    /// Runs once when the stream has ended, for whatever reason; at once when it has ended already.
    void onClose(Runnable action);
}
