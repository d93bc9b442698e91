// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.model.session.SessionInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A line of the list of sessions.
sealed interface SessionRow {
    /// The line above somebody's sessions.
    record Person(String user, int sessions) implements SessionRow {}

    /// One signed-in browser.
    record Browser(SessionInfo session) implements SessionRow {}

    /// Everybody by name, each one's sessions below, the one seen last first.
    static List<SessionRow> grouped(List<SessionInfo> sessions) {
        Map<String, List<SessionInfo>> people = sessions.stream()
                .collect(Collectors.groupingBy(
                        SessionInfo::user,
                        () -> new TreeMap<>(Comparator.<String, String>comparing(name -> name.toLowerCase(Locale.ROOT))
                                .thenComparing(Comparator.naturalOrder())),
                        Collectors.toList()));
        List<SessionRow> rows = new ArrayList<>();
        people.forEach((user, theirs) -> {
            rows.add(new Person(user, theirs.size()));
            theirs.stream()
                    .sorted(Comparator.comparing(SessionInfo::lastSeenAt)
                            .reversed()
                            .thenComparing(SessionInfo::id))
                    .map(Browser::new)
                    .forEach(rows::add);
        });
        return rows;
    }
}
