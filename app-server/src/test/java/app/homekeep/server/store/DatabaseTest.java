// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Notes.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_written_is_read_and_survives_a_restart() {
        add("one");
        add("two");

        database.close();
        database = Notes.open(folder);

        assertThat(Notes.all(database)).containsExactly("one", "two");
    }

    @Test
    void one_callers_failure_is_only_its_own() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> outcomes = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int number = i;
                outcomes.add(callers.submit(() -> {
                    database.write(tx -> {
                        Notes.add(tx.handle(), "note " + number);
                        if (number % 5 == 0) {
                            throw new IllegalArgumentException("number " + number);
                        }
                        return number;
                    });
                }));
            }
            for (int i = 0; i < outcomes.size(); i++) {
                Future<?> outcome = outcomes.get(i);
                if (i % 5 == 0) {
                    assertThatThrownBy(outcome::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("number " + i);
                } else {
                    outcome.get();
                }
            }
        }

        assertThat(Notes.all(database))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 400)
                        .filter(i -> i % 5 != 0)
                        .mapToObj(i -> "note " + i)
                        .toList());
    }

    @Test
    void a_broken_rule_of_a_table_undoes_the_whole_work_and_leaves_the_writer_sound() {
        add("taken");

        assertThatThrownBy(() -> database.write(tx -> {
                    Notes.add(tx.handle(), "first");
                    Notes.add(tx.handle(), "taken");
                    return 0;
                }))
                .hasMessageContaining("UNIQUE");
        add("after");

        assertThat(Notes.all(database)).containsExactly("taken", "after");
    }

    @Test
    void a_statement_left_open_does_not_keep_the_commit_from_happening() {
        add("one");
        add("two");

        database.write(tx -> {
            var rows = tx.handle()
                    .createQuery("SELECT text FROM note")
                    .mapTo(String.class)
                    .iterator();
            Notes.add(tx.handle(), rows.next() + " again");
            return 0;
        });

        assertThat(Notes.all(database)).containsExactly("one", "two", "one again");
    }

    @Test
    void actions_run_after_the_commit_in_order_before_the_caller_goes_on() {
        var seen = Collections.synchronizedList(new ArrayList<String>());

        database.write(tx -> {
            Notes.add(tx.handle(), "one");
            tx.afterCommit(
                    () -> seen.add("first on " + Thread.currentThread().getName() + ", reads " + Notes.all(database)));
            tx.afterCommit(() -> seen.add("second"));
            tx.onRollback(() -> seen.add("never"));
            return 0;
        });
        seen.add("caller");

        assertThat(seen).containsExactly("first on db-writer, reads [one]", "second", "caller");
    }

    @Test
    void a_failing_action_after_the_commit_hurts_neither_the_change_nor_the_next_action() {
        var seen = Collections.synchronizedList(new ArrayList<String>());

        database.write(tx -> {
            Notes.add(tx.handle(), "one");
            tx.afterCommit(() -> {
                throw new IllegalStateException("on purpose");
            });
            tx.afterCommit(() -> seen.add("second"));
            return 0;
        });

        assertThat(seen).containsExactly("second");
        assertThat(Notes.all(database)).containsExactly("one");
    }

    @Test
    void an_undone_work_puts_memory_back_last_change_first() {
        var seen = Collections.synchronizedList(new ArrayList<String>());

        assertThatThrownBy(() -> database.write(tx -> {
                    tx.afterCommit(() -> seen.add("never"));
                    tx.onRollback(() -> seen.add("first change back"));
                    tx.onRollback(() -> seen.add("second change back"));
                    throw new StackOverflowError("an Error too");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(seen).containsExactly("second change back", "first change back");
    }

    @Test
    void a_refusal_reaches_the_caller_as_it_is() {
        var refused = Refused.notFound();

        assertThatThrownBy(() -> database.write(tx -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThatThrownBy(() -> database.read(handle -> {
                    throw refused;
                }))
                .isSameAs(refused);
    }

    @Test
    void an_interrupted_caller_still_learns_whether_its_change_was_made() throws Exception {
        var inside = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var outcome = new ArrayList<String>();
        Thread caller = Thread.ofVirtual().start(() -> {
            int result = database.write(tx -> {
                inside.countDown();
                awaitQuietly(mayEnd);
                Notes.add(tx.handle(), "one");
                return 7;
            });
            outcome.add(result + ", interrupted " + Thread.currentThread().isInterrupted());
        });

        inside.await();
        caller.interrupt();
        mayEnd.countDown();
        caller.join();

        assertThat(outcome).containsExactly("7, interrupted true");
        assertThat(Notes.all(database)).containsExactly("one");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> database.read(handle -> {
                    Notes.add(handle, "by a reader");
                    return 0;
                }))
                .hasMessageContaining("readonly");
        assertThat(Notes.all(database)).isEmpty();
    }

    @Test
    void a_reader_has_one_unchanging_view() {
        add("one");

        List<Integer> counts = database.read(handle -> {
            int before = Notes.count(handle);
            Thread.startVirtualThread(() -> add("two"));
            awaitVisible();
            return List.of(before, Notes.count(handle));
        });

        assertThat(counts).containsExactly(1, 1);
        assertThat(Notes.all(database)).containsExactly("one", "two");
    }

    @Test
    void after_closing_writes_and_reads_are_refused_with_stopping() {
        database.close();

        assertThatThrownBy(() -> add("late"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.STOPPING));
        assertThatThrownBy(() -> Notes.all(database))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.STOPPING));
    }

    @Test
    void closing_under_load_finishes_or_refuses_each_write_and_loses_none() throws Exception {
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var started = new CountDownLatch(64);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                String name = "caller " + i + " ";
                callers.execute(() -> {
                    try {
                        for (int n = 0; ; n++) {
                            add(name + n);
                            acknowledged.add(name + n);
                            started.countDown();
                        }
                    } catch (Refused refused) {
                        assertThat(refused.code()).isEqualTo(ProblemCode.STOPPING);
                    }
                });
            }
            started.await();
            database.close();
        }

        database = Notes.open(folder);

        assertThat(Notes.all(database)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    void a_write_inside_a_write_is_a_mistake_that_says_so() {
        assertThatThrownBy(() -> database.write(tx -> database.<@Nullable Object>write(inner -> null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("write inside a write");
        assertThatThrownBy(() -> database.read(handle -> Notes.all(database)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read inside a read");
    }

    @Test
    void the_connection_is_as_durable_and_strict_as_promised() {
        List<String> writing = database.write(tx -> pragmas(
                tx.handle(), "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "application_id"));
        List<String> reading = database.read(handle -> pragmas(handle, "query_only", "trusted_schema"));

        assertThat(writing).containsExactly("wal", "2", "1", "0", String.valueOf(0x484B4550));
        assertThat(reading).containsExactly("1", "0");
    }

    @Test
    void nobody_else_can_read_the_files() throws Exception {
        add("one");

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void what_was_bound_is_in_no_exceptions_text() {
        add("hunter2");

        assertThatThrownBy(() -> add("hunter2"))
                .satisfies(
                        thrown -> assertThat(traceOf(thrown)).contains("UNIQUE").doesNotContain("hunter2"));
    }

    @Test
    void a_folder_may_have_any_name() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("What? 100% #1 ü; a=b&c"));

        try (var other = Notes.open(odd)) {
            other.write(tx -> {
                Notes.add(tx.handle(), "here");
                return 0;
            });
            assertThat(Notes.all(other)).containsExactly("here");
        }

        assertThat(Notes.file(odd)).exists();
    }

    private void add(String text) {
        database.write(tx -> {
            Notes.add(tx.handle(), text);
            return 0;
        });
    }

    private void awaitVisible() {
        try (var other = new SqliteFile(Notes.file(folder)).openReader();
                var count = other.prepareStatement("SELECT count(*) FROM note")) {
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (System.nanoTime() < deadline) {
                try (var row = count.executeQuery()) {
                    if (row.getInt(1) == 2) {
                        return;
                    }
                }
                Thread.onSpinWait();
            }
            throw new AssertionError("the second note never came");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> pragmas(Handle handle, String... names) {
        return List.of(names).stream()
                .map(name ->
                        handle.createQuery("PRAGMA " + name).mapTo(String.class).one())
                .toList();
    }

    private static String traceOf(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
