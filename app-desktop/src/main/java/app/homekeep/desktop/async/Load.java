// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import app.homekeep.desktop.admin.AdminProblem;

/// What a screen shows: its data, that it is on its way, or why it isn't there.
public sealed interface Load<T> {
    record Loading<T>() implements Load<T> {}

    record Ready<T>(T value) implements Load<T> {}

    record Failed<T>(AdminProblem problem) implements Load<T> {}
}
