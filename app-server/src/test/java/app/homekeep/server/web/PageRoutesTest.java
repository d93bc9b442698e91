// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Work;
import app.homekeep.server.problem.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PageRoutesTest {
    private static final int FIRST_LOAD_BYTES = 120 * 1024;
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>");

    private final Visit visit = new Visit(new PageRoutes());

    @Test
    void every_path_of_the_page_answers_the_shell() {
        Answer.Whole start = visit.get("/");

        assertThat(start.status()).isEqualTo(200);
        assertThat(start.type()).isEqualTo("text/html; charset=utf-8");
        assertThat(List.of(
                        "/sign-in",
                        "/files",
                        "/files/{space}",
                        "/account",
                        "/manage/{part}/{id}",
                        "/invite",
                        "/reset",
                        "/forgot",
                        "/register"))
                .allSatisfy(path -> assertThat(visit.get(path).body()).isEqualTo(start.body()));
        assertThat(visit.signedOut().body()).isEqualTo(start.body());
    }

    @Test
    void everything_is_public_and_answered_from_memory() {
        assertThat(new PageRoutes().routes()).allSatisfy(route -> {
            assertThat(route.access()).isEqualTo(Access.anyone());
            assertThat(route.work()).isEqualTo(Work.INSTANT);
        });
    }

    @Test
    void the_shell_leaves_no_gap_and_runs_nothing_inline_but_its_import_map() {
        String html = shell();

        assertThat(html).doesNotContain("{{").doesNotContain("style=").doesNotContain("onload");
        assertThat(html.split("<script", -1)).hasSize(3);
    }

    @Test
    void the_policy_of_the_shell_holds_the_hash_of_its_import_map_and_nothing_unsafe() {
        String policy = String.valueOf(visit.get("/").headers().get("Content-Security-Policy"));
        var map = IMPORT_MAP.matcher(shell());

        assertThat(map.find()).isTrue();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("script-src 'self' " + Digests.cspSource(map.group(1).getBytes(UTF_8)) + ";")
                .doesNotContain("unsafe")
                .doesNotContain("http");
    }

    @Test
    void whatever_the_shell_names_is_there_and_may_be_kept_for_ever() {
        assertThat(named()).hasSizeGreaterThan(30).allSatisfy(url -> {
            Answer.Whole answer = visit.asset(url);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("Cache-Control", "public, max-age=31536000, immutable");
            assertThat(answer.headers()).containsKey("ETag");
        });
    }

    @Test
    void the_shell_itself_is_asked_for_each_time() {
        assertThat(visit.get("/").headers()).containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void every_import_of_every_module_leads_to_a_file_that_is_there() {
        assertThat(Modules.reachableFrom(visit, named()))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(visit.asset(url).type()).isEqualTo("text/javascript; charset=utf-8"));
    }

    @Test
    void the_first_visit_costs_less_than_120_kilobytes() {
        Set<String> all = new LinkedHashSet<>(named());
        all.addAll(Modules.neededBy(visit, named()));
        assertThat(all).noneMatch(url -> url.contains("/manage/qr")).anyMatch(url -> url.endsWith("/files-page.js"));
        // A browser needs one language.
        named().stream()
                .filter(url -> url.endsWith("text/text.js"))
                .map(url -> url.replace("text.js", "language-de.js"))
                .forEach(all::add);

        Visit browser = visit.with("Accept-Encoding", "gzip, deflate, br");
        long total = browser.get("/").body().length;
        for (String url : all) {
            total += browser.asset(url).body().length;
        }

        assertThat(total).isLessThan(FIRST_LOAD_BYTES);
    }

    @Test
    void text_is_squeezed_for_whoever_takes_it_and_is_the_same_inside() throws IOException {
        Answer.Whole plain = visit.get("/");
        Answer.Whole squeezed = visit.with("Accept-Encoding", "gzip").get("/");

        assertThat(plain.headers()).containsEntry("Vary", "Accept-Encoding").doesNotContainKey("Content-Encoding");
        assertThat(squeezed.headers()).containsEntry("Content-Encoding", "gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(squeezed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void the_manifest_names_icons_that_are_there() {
        Answer.Whole manifest = visit.get("/manifest.webmanifest");
        var icons = Pattern.compile("\"src\": \"([^\"]+)\"").matcher(new String(manifest.body(), UTF_8));

        assertThat(manifest.type()).isEqualTo("application/manifest+json");
        assertThat(icons.results().map(icon -> visit.asset(icon.group(1)).type()))
                .containsExactly("image/svg+xml", "image/png", "image/png", "image/png");
        assertThat(visit.get("/favicon.ico").type()).isEqualTo("image/png");
        assertThat(visit.get("/apple-touch-icon.png").type()).isEqualTo("image/png");
    }

    @Test
    void an_asset_that_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> visit.asset("/assets/lit/0.0.0/index.js"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    private String shell() {
        return new String(visit.get("/").body(), UTF_8);
    }

    private List<String> named() {
        return NAMED.matcher(shell()).results().map(match -> match.group(1)).toList();
    }
}
