// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.Parallel;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Tag("DC-06")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairingApiTest {
    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/15E Safari/604";
    private static final String PIXEL =
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36";
    private static final Pattern TOKEN = Pattern.compile("pair&#x3D;([A-Za-z0-9_-]{22})");

    private TestServer server;

    @BeforeAll
    void open(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void the_panel_sees_each_step_of_a_phone_on_its_way_in() {
        Map<String, Object> made = begin();
        assertThat(String.valueOf(made.get("url")))
                .matches("http://(\\[[0-9a-f:]+]|[0-9.]+):\\d+/trust\\?pair=[A-Za-z0-9_-]{22}");
        assertThat(String.valueOf(made.get("fingerprint"))).matches("[0-9a-f]{64}");
        assertThat(made).containsEntry("trust", "unknown").containsEntry("device", null);

        String token = token(welcome(IPHONE).get("/trust?pair=" + code(made)).text());
        assertThat(now(made)).containsEntry("device", "iPhone").containsEntry("address", "127.0.0.1");
        assertThat(now(made).get("arrived_at")).isNotNull();
        assertThat(now(made).get("downloaded_at")).isNull();

        welcome(IPHONE).get("/trust/homekeep.mobileconfig?pair=" + token);
        assertThat(now(made).get("downloaded_at")).isNotNull();

        lan(IPHONE).get("/trust?pair=" + token);
        assertThat(now(made).get("by_name_at")).isNotNull();
        assertThat(now(made).get("by_address_at")).isNull();
        assertThat(now(made)).containsEntry("trust", "warned");

        byAddress(IPHONE).get("/trust/seen?pair=" + token);
        assertThat(now(made).get("by_address_at")).isNotNull();
        assertThat(now(made)).containsEntry("trust", "trusted");
        assertThat(paired("iPhone")).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void a_device_is_in_the_audit_log_once_however_often_it_comes_through() {
        Map<String, Object> made = begin();
        TestClient phone = lan("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Safari/604");

        for (int i = 0; i < 3; i++) {
            phone.get("/trust?pair=" + code(made));
        }

        assertThat(paired("iPad")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("actor", "-").containsEntry("address", "127.0.0.1");
            assertThat(String.valueOf(row)).doesNotContain(code(made));
        });
    }

    @Test
    void the_panel_is_told_of_each_step() throws Exception {
        Map<String, Object> made = begin();
        try (var stream = server.control().open("/control/events").body();
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            welcome(IPHONE).get("/trust?pair=" + code(made));

            assertThat(lines.lines().anyMatch("event: pairings_changed"::equals))
                    .isTrue();
        }
    }

    @Test
    void opening_the_page_again_goes_on_with_the_same_pairing() {
        Map<String, Object> made = begin();

        String first = token(welcome(IPHONE).get("/trust?pair=" + code(made)).text());
        String again = token(welcome(IPHONE).get("/trust?pair=" + code(made)).text());

        assertThat(again).isEqualTo(first).isNotEqualTo(code(made));
    }

    @Test
    void the_code_is_the_first_ones_who_comes_with_it() {
        Map<String, Object> made = begin();
        ListAppender<ILoggingEvent> log = listen();
        welcome(IPHONE).get("/trust?pair=" + code(made));

        var second = welcome(PIXEL).get("/trust?pair=" + code(made));
        lan(PIXEL).get("/trust?pair=" + code(made));
        welcome(PIXEL).get("/trust/homekeep.crt?pair=" + code(made));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).doesNotContain("pair&");
        assertThat(now(made))
                .containsEntry("device", "iPhone")
                .containsEntry("downloaded_at", null)
                .containsEntry("by_name_at", null);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Pixel 9 at 127.0.0.1, came with a code that was used before")
                .doesNotContain(code(made));
    }

    @Test
    void of_many_that_race_for_one_code_one_gets_it() {
        Map<String, Object> made = begin();
        var number = new AtomicInteger();

        List<String> tokens = Parallel.times(12, () -> {
                    String phone = "Mozilla/5.0 (Linux; Android 16; Phone %c) Chrome/141.0 Mobile"
                            .formatted('a' + number.getAndIncrement());
                    return welcome(phone).get("/trust?pair=" + code(made)).text();
                })
                .stream()
                .filter(page -> page.contains("pair&"))
                .toList();

        assertThat(tokens).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "%22%3E%3Cimg%20src%3Dx%3E"
            })
    void a_wrong_code_is_nothing(String guess) {
        Map<String, Object> made = begin();

        var page = welcome(IPHONE).get("/trust?pair=" + guess);
        lan(IPHONE).get("/trust/seen?pair=" + guess);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("pair&", "alert(1)", "src=x");
        assertThat(now(made)).isEqualTo(made);
    }

    @Test
    void a_huge_code_is_nothing_either() {
        Map<String, Object> made = begin();

        assertThat(welcome(IPHONE).get("/trust?pair=" + "A".repeat(8000)).status())
                .isEqualTo(200);

        assertThat(now(made)).isEqualTo(made);
    }

    @Test
    void a_look_ahead_is_no_visit() {
        Map<String, Object> made = begin();

        welcome(IPHONE).send("HEAD", "/trust?pair=" + code(made), BodyPublishers.noBody());

        assertThat(now(made)).isEqualTo(made);
    }

    @Test
    void a_picture_without_the_lan_door_counts_for_nothing() {
        Map<String, Object> made = begin();

        server.browser().get("/trust/seen?pair=" + code(made));

        assertThat(now(made)).isEqualTo(made);
    }

    @Test
    void after_ten_minutes_nothing_counts_any_more() {
        Map<String, Object> made = begin();
        server.clock().advance(Duration.ofMinutes(11));

        welcome(IPHONE).get("/trust?pair=" + code(made));

        assertThat(now(made)).isEqualTo(made);
    }

    @Test
    void each_pairing_has_a_code_of_its_own_and_the_oldest_goes_when_there_are_too_many() {
        List<Map<String, Object>> made = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            made.add(begin());
        }

        Set<String> codes = made.stream().map(PairingApiTest::code).collect(Collectors.toSet());
        assertThat(codes).hasSize(31);
        assertThat(server.control().get(path(made.getFirst())).status()).isEqualTo(404);
        assertThat(server.control().get(path(made.getLast())).status()).isEqualTo(200);
    }

    @Test
    void an_ended_pairing_is_gone_with_its_code() {
        Map<String, Object> made = begin();

        assertThat(server.control().delete(path(made)).status()).isEqualTo(204);

        assertThat(server.control().get(path(made)).status()).isEqualTo(404);
        assertThat(server.control().delete(path(made)).status()).isEqualTo(404);
        assertThat(welcome(IPHONE).get("/trust?pair=" + code(made)).text()).doesNotContain("pair&");
    }

    @Test
    void while_the_home_network_is_shut_out_there_is_nothing_to_pair_with(@TempDir Path folder) {
        try (TestServer shut = TestServer.start(folder)) {
            shut.set("lan_door_open", "false");
            shut.restart();

            var refused = shut.control().post("/api/v1/pairings", "");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("error")).asString().contains("the door to the home network is shut");
            assertThat(shut.browser().get("/trust").status()).isEqualTo(404);
            assertThat(shut.browser().get("/trust/homekeep.crt").status()).isEqualTo(404);
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(Pairings.class)).addAppender(appender);
        return appender;
    }

    private Map<String, Object> begin() {
        var made = server.control().post("/api/v1/pairings", "");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private Map<String, Object> now(Map<String, Object> made) {
        return server.control().get(path(made)).json();
    }

    private List<Map<String, Object>> paired(String device) {
        return server.control().get("/api/v1/audit?event=DEVICE_PAIRED").items().stream()
                .filter(row -> device.equals(row.get("detail")))
                .toList();
    }

    private TestClient welcome(String browser) {
        return server.newcomer().always("User-Agent", browser);
    }

    private TestClient lan(String browser) {
        return server.phone().always("User-Agent", browser);
    }

    private TestClient byAddress(String browser) {
        return server.phone("127.0.0.1").always("User-Agent", browser);
    }

    private static String path(Map<String, Object> made) {
        return "/api/v1/pairings/" + made.get("id");
    }

    private static String code(Map<String, Object> made) {
        return URI.create(String.valueOf(made.get("url"))).getQuery().substring("pair=".length());
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
