// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// Which listener a request came in by.
public enum DoorKind {
    CONTROL,
    LOCAL,
    LAN,
    WELCOME
}
