// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// A door could not be opened because something else listens on its port. Nothing was left open.
public final class PortTaken extends Exception {
    private static final long serialVersionUID = 1;

    private final DoorKind door;
    private final int port;

    PortTaken(DoorKind door, int port, Throwable cause) {
        super("Port " + port + " is taken by another program.", cause);
        this.door = door;
        this.port = port;
    }

    /// Which door was to be opened there.
    public DoorKind door() {
        return door;
    }

    public int port() {
        return port;
    }
}
