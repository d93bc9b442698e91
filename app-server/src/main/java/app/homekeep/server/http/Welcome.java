// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// Sends a browser on from the welcome door to the LAN door, to the same path under the same name.
final class Welcome implements Handler {
    private static final int PERMANENT = 308;

    private final IntSupplier lanPort;

    Welcome(IntSupplier lanPort) {
        this.lanPort = lanPort;
    }

    @Override
    public Answer handle(Request request) {
        Incoming incoming = (Incoming) request;
        String query = incoming.rawQuery().isEmpty() ? "" : "?" + incoming.rawQuery();
        String to = "https://" + incoming.hostInUrl() + ":" + lanPort.getAsInt() + incoming.rawPath() + query;
        // Not kept by browsers: the port may be another one tomorrow.
        return new Answer.Whole(
                PERMANENT, "", new byte[0], Map.of("Location", to, "Cache-Control", "no-store"), List.of());
    }
}
