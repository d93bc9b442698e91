// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What callers whose changes share one commit see of one another. The writer is held while they queue up, so each test
/// has exactly one group.
class GroupCommitTest {
    @TempDir
    Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch held = new CountDownLatch(1);
    private Database database;

    @BeforeEach
    void open() {
        database = Notes.open(folder);
    }

    @AfterEach
    void close() {
        held.countDown();
        callers.close();
        database.close();
    }

    @Test
    void all_of_a_group_are_durable_before_any_action_runs_and_all_actions_run_before_any_caller_goes_on()
            throws Exception {
        hold();
        Future<?> first = queue("first", tx -> tx.afterCommit(() -> seen.add("first sees " + Notes.all(database))));
        Future<?> second = queue("second", tx -> tx.afterCommit(() -> seen.add("second")));

        held.countDown();
        first.get();
        second.get();

        assertThat(seen.subList(0, 2)).containsExactly("first sees [first, second]", "second");
        assertThat(seen.subList(2, 4)).containsExactlyInAnyOrder("caller of first", "caller of second");
    }

    @Test
    void a_full_disk_that_ends_the_whole_transaction_undoes_the_newest_first_and_tells_each_caller() throws Exception {
        limitPages(pages());
        hold();
        Future<?> before = queue("before", tx -> tx.onRollback(() -> seen.add("before put back")));
        Future<?> large = queue("large", tx -> {
            tx.onRollback(() -> seen.add("large put back"));
            tx.handle().execute("INSERT INTO note (text, data) VALUES ('much', zeroblob(100000))");
        });
        Future<?> after = queue("after", tx -> {});

        held.countDown();

        assertNoSpace(large);
        assertNoSpace(before);
        after.get();
        assertThat(seen).startsWith("large put back", "before put back");
        assertThat(Notes.all(database)).containsExactly("after");
    }

    @Test
    void a_commit_that_fails_fails_all_of_its_group_and_the_next_one_works() throws Exception {
        hold();
        // A foreign key that only the commit looks at. None of our tables has one, so that nobody can fail another.
        Future<?> first = queue("first", tx -> {
            tx.onRollback(() -> seen.add("first put back"));
            tx.handle().execute("""
                    CREATE TABLE late (note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)
                    """);
            tx.handle().execute("INSERT INTO late VALUES (4711)");
        });
        Future<?> second = queue("second", tx -> tx.onRollback(() -> seen.add("second put back")));

        held.countDown();

        assertThatThrownBy(first::get)
                .hasRootCauseMessage("[SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint"
                        + " failed (FOREIGN KEY constraint failed)");
        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class);
        assertThat(seen).containsExactly("second put back", "first put back");
        queue("third", tx -> {}).get();
        assertThat(Notes.all(database)).containsExactly("third");
    }

    /// Keeps the writer busy until `held` is let go.
    private void hold() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var _ = callers.submit(() -> database.write(tx -> {
            inside.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return 0;
        }));
        inside.await();
    }

    /// A caller in the queue behind those before it.
    private Future<?> queue(String name, Consumer<Transaction> more) {
        int waiting = database.waiting();
        Future<?> caller = callers.submit(() -> {
            int _ = database.write(tx -> {
                Notes.add(tx.handle(), name);
                more.accept(tx);
                return 0;
            });
            seen.add("caller of " + name);
        });
        while (held.getCount() > 0 && database.waiting() == waiting) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private int pages() {
        return database.<Integer>read(handle ->
                handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
    }

    private void limitPages(int pages) {
        int limit = database.<Integer>write(tx -> tx.handle()
                .createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
        assertThat(limit).isEqualTo(pages);
    }

    private static void assertNoSpace(Future<?> caller) {
        assertThatThrownBy(caller::get)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NO_SPACE));
    }
}
