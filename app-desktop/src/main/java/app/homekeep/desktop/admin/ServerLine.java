// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way to whichever server serves the data folder now. Thread-safe.
final class ServerLine {
    /// Rows of a page that is asked for.
    private static final int ROWS = 200;
    /// More than this many are too many for a list that is shown whole.
    private static final int AT_MOST = 5_000;

    private final RunFolder run;
    private final ControlDoor door;

    ServerLine(RunFolder run, ControlDoor door) {
        this.run = run;
        this.door = door;
    }

    /// A path of the contract with its one `{…}` filled in.
    static String path(String route, String id) {
        int from = route.indexOf('{');
        return route.substring(0, from) + Query.encode(id) + route.substring(route.indexOf('}') + 1);
    }

    <T> T get(String path, Duration within, JsonType<T> type) {
        return door.get(server(), path, within, type);
    }

    <T> Page<T> page(Query query, Optional<String> after, JsonType<Page<T>> type) {
        return get(query.with("limit", ROWS).with("after", after).path(), ControlDoor.SOON, type);
    }

    /// A list that is shown whole.
    <T> List<T> all(Query query, JsonType<Page<T>> type) {
        List<T> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = page(query.copy(), after, type);
            all.addAll(page.items());
            after = Optional.ofNullable(page.next());
        } while (after.isPresent() && all.size() < AT_MOST);
        return all;
    }

    <A> A post(String path, JsonType<A> answer) {
        return door.ask(server(), "POST", path, Optional.empty(), answer);
    }

    <T, A> A post(String path, JsonType<T> type, T body, JsonType<A> answer) {
        return door.ask(server(), "POST", path, Optional.of(type.toJsonBytes(body)), answer);
    }

    /// Does something whose answer says no more than that it was done.
    void tell(String method, String path) {
        door.tell(server(), method, path, Optional.empty());
    }

    <T> void tell(String method, String path, JsonType<T> type, T body) {
        door.tell(server(), method, path, Optional.of(type.toJsonBytes(body)));
    }

    void delete(String path) {
        tell("DELETE", path);
    }

    InputStream stream(String path, String accept) {
        return door.stream(server(), path, accept);
    }

    ServerStatus status() {
        return door.status(server());
    }

    StopAnswer stop() {
        return door.stop(server());
    }

    private RunFile server() {
        return run.read().orElseThrow(() -> new AdminProblem("unreachable", "The server doesn't run."));
    }
}
