// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import app.homekeep.desktop.admin.AdminProblem;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does the work and tells the outcome before `run` returns, on the caller's thread. For tests. A failure that is no
/// [AdminProblem] is the test's to see.
public final class Immediate implements Background {
    @Override
    public <T> Cancel run(Callable<T> work, Consumer<T> onOk, Consumer<AdminProblem> onProblem) {
        T result;
        try {
            result = work.call();
        } catch (AdminProblem e) {
            onProblem.accept(e);
            return () -> {};
        } catch (Exception e) {
            throw new AssertionError("the work failed", e);
        }
        onOk.accept(result);
        return () -> {};
    }
}
