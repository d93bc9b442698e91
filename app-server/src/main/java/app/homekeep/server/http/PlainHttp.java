// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.util.function.IntSupplier;

/// Tells whoever speaks plain HTTP to the LAN door where it speaks HTTPS. Serves nothing: what was asked for has
/// already crossed the network for everybody to read.
final class PlainHttp implements Handler {
    private static final SeldomLog LOG = new SeldomLog(PlainHttp.class);

    private final IntSupplier lanPort;

    PlainHttp(IntSupplier lanPort) {
        this.lanPort = lanPort;
    }

    @Override
    public Answer handle(Request request) {
        String to = "https://" + ((Incoming) request).hostInUrl() + ":" + lanPort.getAsInt();
        LOG.tell("{} spoke plain HTTP to the LAN door and was told to use HTTPS", request.address());
        throw new Refused(ProblemCode.BAD_REQUEST, "This door speaks HTTPS only. Go to " + to + " instead.");
    }
}
