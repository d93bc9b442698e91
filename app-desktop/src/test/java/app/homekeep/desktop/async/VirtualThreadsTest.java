// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {
    private final ManualUi ui = new ManualUi();
    private final Background background = new VirtualThreads(ui);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void a_result_is_told_on_the_ui_thread_only() {
        background.run(() -> "done", seen::add, problem -> seen.add(problem.code()));

        Await.until("the work's end", () -> ui.backlog() == 1);
        assertThat(seen).isEmpty();
        ui.pump();
        assertThat(seen).containsExactly("done");
    }

    @Test
    void a_problem_is_told_with_its_code() {
        background.run(
                () -> {
                    throw new AdminProblem("forbidden", "No.");
                },
                seen::add,
                problem -> seen.add(problem.code()));

        Await.until("the work's end", () -> ui.backlog() == 1);
        ui.pump();
        assertThat(seen).containsExactly("forbidden");
    }

    @Test
    void a_failure_nobody_foresaw_is_told_without_its_words() {
        background.run(
                () -> {
                    throw new IllegalStateException("secret path");
                },
                seen::add,
                problem -> seen.add(problem.code() + problem.sentence()));

        Await.until("the work's end", () -> ui.backlog() == 1);
        ui.pump();
        assertThat(seen).singleElement().asString().startsWith("internal").doesNotContain("secret");
    }

    @Test
    void cancelled_work_is_interrupted_and_never_heard_of() {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        Background.Cancel cancel = background.run(
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return "done";
                },
                seen::add,
                problem -> seen.add(problem.code()));
        Await.until("the work's start", () -> begun.getCount() == 0);

        cancel.cancel();

        Await.until("the interrupt", interrupted::get);
        Await.until("the work's end", () -> ui.backlog() == 1);
        ui.pump();
        assertThat(seen).isEmpty();
    }
}
