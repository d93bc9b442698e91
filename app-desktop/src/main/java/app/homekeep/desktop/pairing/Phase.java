// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

/// How far a pairing has come.
enum Phase {
    /// The code is on screen.
    WAITING,
    /// Nobody has come for a while.
    LATE,
    /// The device is on the page.
    ARRIVED,
    /// It has been there for a while, and has not come through the LAN door.
    STUCK,
    /// It is through.
    IN,
    /// The code is good no more.
    OVER
}
