// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import app.homekeep.model.Routes;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `GET /openapi.json`: the whole HTTP contract in OpenAPI 3.1, from memory. It is made from `docs/api/openapi.yaml`.
public final class OpenApiRoute {
    static final String DOCUMENT = "openapi.json";

    private final Answer answer;

    public OpenApiRoute() {
        byte[] document = read();
        this.answer = new Answer.Whole(
                200,
                "application/json",
                document,
                Map.of("ETag", '"' + tag(document) + '"', "Cache-Control", "no-cache"),
                List.of());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.OPENAPI, Access.anyone(), request -> answer).instant());
    }

    private static byte[] read() {
        try (InputStream in =
                Objects.requireNonNull(OpenApiRoute.class.getResourceAsStream(DOCUMENT), DOCUMENT + " is missing")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
