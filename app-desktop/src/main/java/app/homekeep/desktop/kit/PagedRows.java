// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import app.homekeep.model.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// A long list of which only what is looked at is here. Pages come by cursor: the list grows by a page when its end is
/// seen, keeps the cursor of every page it met, and forgets the content of pages not seen for long. FX thread only.
///
/// @param <T> the rows
public final class PagedRows<T> extends ObservableListBase<PagedRows.Slot<T>> implements RandomAccess {
    /// Pages whose content is kept.
    static final int KEPT = 40;

    /// A place in the list.
    public sealed interface Slot<T> {
        record Here<T>(T row) implements Slot<T> {}

        /// Its page is on its way.
        record OnItsWay<T>() implements Slot<T> {}
    }

    private final Background background;
    private final Function<Optional<String>, Page<T>> fetch;
    private final Consumer<AdminProblem> onProblem;
    private final Slot<T> onItsWay = new Slot.OnItsWay<>();
    // Of every page met so far: the cursor that gets it, and the place of its first row.
    private final List<Optional<String>> cursors = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Map<Integer, List<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> asked = new HashSet<>();
    private Optional<String> next;
    private int known;

    /// @param first     the first page, which is here already
    /// @param fetch     gets the page after a cursor; runs in the background
    /// @param onProblem hears when a page doesn't come; its rows stay on their way
    public PagedRows(
            Page<T> first,
            Background background,
            Function<Optional<String>, Page<T>> fetch,
            Consumer<AdminProblem> onProblem) {
        this.background = background;
        this.fetch = fetch;
        this.onProblem = onProblem;
        cursors.add(Optional.empty());
        starts.add(0);
        remember(0, first.items());
        known = first.items().size();
        next = Optional.ofNullable(first.next());
    }

    @Override
    public int size() {
        return next.isPresent() ? known + 1 : known;
    }

    @Override
    public Slot<T> get(int index) {
        if (index >= known) {
            next.ifPresent(this::askForMore);
            return onItsWay;
        }
        int page = pageOf(index);
        @Nullable List<T> rows = kept.get(page);
        if (rows == null) {
            askAgain(page);
            return onItsWay;
        }
        return new Slot.Here<>(rows.get(index - starts.get(page)));
    }

    /// How many rows have been met.
    public int known() {
        return known;
    }

    /// Whether there is nothing behind the rows that have been met.
    public boolean ended() {
        return next.isEmpty();
    }

    /// A row among those whose content is here.
    public Optional<T> find(Predicate<T> wanted) {
        return kept.values().stream().flatMap(List::stream).filter(wanted).findFirst();
    }

    private int pageOf(int index) {
        int found = Collections.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    private void askForMore(String cursor) {
        int page = starts.size();
        if (asked.add(page)) {
            background.run(() -> fetch.apply(Optional.of(cursor)), answer -> append(page, cursor, answer), onProblem);
        }
    }

    private void append(int page, String cursor, Page<T> answer) {
        asked.remove(page);
        int before = size();
        int from = known;
        next = Optional.ofNullable(answer.next());
        if (!answer.items().isEmpty()) {
            cursors.add(Optional.of(cursor));
            starts.add(known);
            remember(page, answer.items());
            known += answer.items().size();
        }
        beginChange();
        if (from < Math.min(before, size())) {
            nextUpdate(from);
        }
        if (size() > before) {
            nextAdd(before, size());
        } else if (size() < before) {
            nextRemove(size(), List.of(onItsWay));
        }
        endChange();
    }

    private void askAgain(int page) {
        if (asked.add(page)) {
            Optional<String> cursor = cursors.get(page);
            background.run(() -> fetch.apply(cursor), answer -> bringBack(page, answer), onProblem);
        }
    }

    private void bringBack(int page, Page<T> answer) {
        asked.remove(page);
        int from = starts.get(page);
        int to = page + 1 < starts.size() ? starts.get(page + 1) : known;
        if (answer.items().size() < to - from) {
            onProblem.accept(new AdminProblem("list_changed", "The list has changed meanwhile: load it again."));
            return;
        }
        remember(page, answer.items());
        beginChange();
        for (int i = from; i < to; i++) {
            nextUpdate(i);
        }
        endChange();
    }

    private void remember(int page, List<T> rows) {
        kept.put(page, rows);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
