// SPDX-License-Identifier: Apache-2.0
package app.homekeep.cli;

import static app.homekeep.cli.HomekeepProcess.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.cli.HomekeepProcess.Result;
import app.homekeep.cli.HomekeepProcess.Served;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that keeps a server from starting is one sentence with a code, and nothing is lost over it.
class ServeRefusedTest {
    private static final String PASSWORD = "violet-teapot-ladder";

    @TempDir
    private Path data;

    @Test
    void a_second_server_on_the_same_data_names_the_first_and_leaves_it_alone() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served first = Served.on(data, "--no-lan")) {
            Result second = run("serve", "--data", data.toString(), "--local-port=0", "--no-lan");

            assertRefused(second, "already_running:" + first.pid());
            run("status", "--data", data.toString()).done();
        }
    }

    @Test
    void a_killed_server_leaves_nothing_in_the_way_of_the_next() throws Exception {
        HomekeepProcess.init(data, PASSWORD);
        try (Served first = Served.on(data, "--no-lan")) {
            first.kill();
            first.ended();
        }
        assertThat(run("status", "--data", data.toString()).err()).contains("[not_running]");

        try (Served second = Served.on(data, "--no-lan")) {
            assertThat(second.ready()).startsWith("ready ");
            run("audit", "verify", "--data", data.toString()).done();
        }
    }

    @Test
    void a_taken_port_is_named_with_its_door() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result refused = run(
                    "serve",
                    "--data",
                    data.toString(),
                    "--local-port",
                    String.valueOf(taken.getLocalPort()),
                    "--no-lan");

            assertRefused(refused, "port_taken:local:" + taken.getLocalPort());
        }
        assertThat(data.resolve("run/server.json")).doesNotExist();
    }

    @Test
    void a_damaged_database_is_never_served() throws Exception {
        HomekeepProcess.init(data, PASSWORD);
        Path database = data.resolve("homekeep.db");
        byte[] bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, 100, bytes.length, (byte) 'x');
        Files.write(database, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        Result refused = run("serve", "--data", data.toString(), "--local-port=0", "--no-lan");

        assertRefused(refused, "database_damaged");
        assertThat(Files.readAllBytes(database)).isEqualTo(bytes);
    }

    @Test
    void an_empty_folder_is_not_served() throws Exception {
        assertRefused(run("serve", "--data", data.toString()), "not_initialised");
    }

    @Test
    void a_home_is_made_once() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        Result again =
                run(PASSWORD, Map.of(), "init", "--data", data.toString(), "--owner", "anna", "--password-stdin");

        assertRefused(again, "already_initialised");
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_as_it_is() throws Exception {
        Path photo = Files.writeString(data.resolve("photo.jpg"), "precious");

        Result refused =
                run(PASSWORD, Map.of(), "init", "--data", data.toString(), "--owner", "anna", "--password-stdin");

        assertRefused(refused, "folder_not_empty");
        try (Stream<Path> content = Files.list(data)) {
            assertThat(content).containsExactly(photo);
        }
    }

    @Test
    void a_weak_password_is_refused_and_leaves_nothing_in_the_way_of_a_better_one() throws Exception {
        Result refused =
                run("short\n", Map.of(), "init", "--data", data.toString(), "--owner", "anna", "--password-stdin");

        assertRefused(refused, "weak_password");
        assertThat(refused.err()).doesNotContain("short\n");
        HomekeepProcess.init(data, PASSWORD);
    }

    @Test
    void wrong_usage_ends_with_2() throws Exception {
        Result wrong = run("serve", "--data", data.toString(), "--colour");

        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("--colour").contains("Usage: homekeep serve");
    }

    @Test
    void terminating_it_ends_in_order() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            served.terminate();

            // 128 + 15: what a system expects of a process that ended because of SIGTERM.
            assertThat(served.ended()).isEqualTo(new Result(143, "", ""));
        }
        assertThat(data.resolve("run/server.json")).doesNotExist();
        assertThat(Files.readString(data.resolve("logs/homekeep.log"))).contains("Stopped.");
    }

    private static void assertRefused(Result result, String code) {
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("homekeep: ").endsWith(" [" + code + "]\n");
        assertThat(result.err().lines()).hasSize(1);
    }
}
