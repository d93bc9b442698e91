// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import app.homekeep.model.Page;
import app.homekeep.model.Problem;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.signin.SignInAnswer;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.model.signin.Ticket;
import app.homekeep.model.space.Space;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// A browser at the local door, as far as the API is concerned: it has cookies, and sends the header the page sends.
final class Visitor {
    private static final JsonType<SignInRequest> SIGN_IN = Wire.type(SignInRequest.class);
    private static final JsonType<SignInAnswer> ANSWER = Wire.type(SignInAnswer.class);
    private static final JsonType<Ticket> TICKET = Wire.type(Ticket.class);
    private static final JsonType<Page<Space>> SPACES = Wire.page(Space.class);
    private static final JsonType<Problem> PROBLEM = Wire.problem();

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String door;

    /// @param door the local door, such as `http://localhost:8080`
    Visitor(String door) {
        this.door = door;
    }

    /// After a restart the door may be elsewhere; cookies don't know ports.
    void goTo(String otherDoor) {
        door = otherDoor;
    }

    int signIn(String name, String password) throws IOException, InterruptedException {
        String body = SIGN_IN.toJson(new SignInRequest(name, password, false, null, "Anna's Pixel"));
        return post(Routes.LOGIN, body).statusCode();
    }

    /// Signs in as far as it goes: there may be another step.
    SignInAnswer begin(String name, String password) throws IOException, InterruptedException {
        String body = SIGN_IN.toJson(new SignInRequest(name, password, false, null, "Anna's Pixel"));
        return ANSWER.fromJson(post(Routes.LOGIN, body).body());
    }

    /// Waits for the owner's yes or no.
    int awaitApproval(String ticket) throws IOException, InterruptedException {
        return post(Routes.LOGIN_APPROVAL, TICKET.toJson(new Ticket(ticket))).statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// The status of asking who one is.
    int me() throws IOException, InterruptedException {
        return get(Routes.ME).statusCode();
    }

    /// The code of the refusal when asking who one is.
    String whyNotMe() throws IOException, InterruptedException {
        return PROBLEM.fromJson(get(Routes.ME).body()).code();
    }

    int upload(String path, byte[] content) throws IOException, InterruptedException {
        return http.send(
                        request(Routes.UPLOAD.replace("{space}", space()) + "?path=" + encode(path))
                                .POST(BodyPublishers.ofByteArray(content))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /// A download, to be read at one's own pace.
    InputStream open(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                request(Routes.CONTENT.replace("{space}", space()) + "?path=" + encode(path))
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }

    byte[] download(String path) throws IOException, InterruptedException {
        try (InputStream body = open(path)) {
            return body.readAllBytes();
        }
    }

    private String space() throws IOException, InterruptedException {
        return SPACES.fromJson(get(Routes.SPACES).body()).items().getFirst().id();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(door + path)).header("X-Requested-With", "test");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
