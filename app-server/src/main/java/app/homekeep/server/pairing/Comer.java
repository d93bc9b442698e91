// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import app.homekeep.server.http.Request;
import app.homekeep.server.session.Device;
import java.util.Optional;

/// The device that came with a code, as far as it can be told without a cookie or a script.
///
/// @param name    what a person would call it
/// @param address where it came from
record Comer(String name, String address) {
    static Comer of(Request request) {
        Device device = Device.of(Optional.empty(), request.header("User-Agent"));
        return new Comer(device.name(), request.address());
    }
}
