// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.pairing.Pairing;

/// Devices that meet the server for the first time. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface PairingsApi {
    /// Makes a one-time code.
    Pairing begin();

    /// How far it has come.
    Pairing pairing(String id);

    /// Its code is good no more.
    void end(String id);
}
