// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.text.Text;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does what the owner wants done, and tells how it ended. FX thread only.
public final class Deeds {
    private final Text text;
    private final Background background;
    private final Notices notices;

    public Deeds(Text text, Background background, Notices notices) {
        this.text = text;
        this.background = background;
        this.notices = notices;
    }

    /// @param work  runs in the background
    /// @param words tell that it is done
    /// @param after is done whatever came of it, such as to ask for the list again
    public void run(Runnable work, String words, Runnable after) {
        ask(
                () -> {
                    work.run();
                    return true;
                },
                _ -> {
                    notices.done(words);
                    after.run();
                },
                problem -> {
                    tell(problem);
                    after.run();
                });
    }

    /// Something that gives the owner something, such as a link.
    ///
    /// @param after is done when it went wrong, after the owner was told
    public <T> void get(Callable<T> work, Consumer<T> onDone, Runnable after) {
        ask(work, onDone, problem -> {
            tell(problem);
            after.run();
        });
    }

    private <T> void ask(Callable<T> work, Consumer<T> onDone, Consumer<AdminProblem> onProblem) {
        background.run(work, onDone, onProblem);
    }

    private void tell(AdminProblem problem) {
        notices.problem(text.problem(problem));
    }
}
