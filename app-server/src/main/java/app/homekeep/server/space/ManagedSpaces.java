// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Page;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.Space;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.model.space.SpaceRights;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Spaces as whoever manages them sees them. Thread-safe.
public final class ManagedSpaces {
    /// Sorts before the id of every personal space, and isn't one.
    private static final String SHARED_ARE_SHOWN = "0";

    private final SharedSpaceStore store = new SharedSpaceStore();
    private final SpaceStore personal = new SpaceStore();
    private final Database database;
    private final SharedSpaces shared;
    private final Spaces spaces;

    public ManagedSpaces(Database database, SharedSpaces shared, Spaces spaces) {
        this.database = database;
        this.shared = shared;
        this.spaces = spaces;
    }

    /// The shared ones by name, all of them on the first page, then the personal ones.
    Page<ManagedSpace> page(Optional<String> after, int limit) {
        List<ManagedSpace> items = new ArrayList<>();
        if (after.isEmpty()) {
            items.addAll(all());
        }
        List<SpaceStore.Owned> rows =
                database.read(handle -> personal.page(handle, Optional.of(after.orElse(SHARED_ARE_SHOWN)), limit + 1));
        rows.stream().limit(limit).map(this::of).forEach(items::add);
        return new Page<>(items, rows.size() > limit ? items.getLast().id() : null);
    }

    /// @throws Refused 404 for what is no shared space
    ManagedSpace get(String id) {
        return of(shared.find(id).orElseThrow(Refused::notFound));
    }

    ManagedSpace of(SharedSpace space) {
        List<SpaceMember> members = database.read(handle -> store.members(handle, List.of(space.id())))
                .getOrDefault(space.id(), List.of());
        return of(space, members);
    }

    private List<ManagedSpace> all() {
        List<SharedSpace> each = shared.all().stream()
                .sorted(Comparator.comparing(SharedSpace::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(SharedSpace::id))
                .toList();
        Map<String, List<SpaceMember>> members = database.read(handle ->
                store.members(handle, each.stream().map(SharedSpace::id).toList()));
        return each.stream()
                .map(space -> of(space, members.getOrDefault(space.id(), List.of())))
                .toList();
    }

    private ManagedSpace of(SharedSpace space, List<SpaceMember> members) {
        return new ManagedSpace(
                space.id(),
                space.name(),
                Space.Kind.SHARED,
                space.folder().toString(),
                spaces.available(space),
                members);
    }

    private ManagedSpace of(SpaceStore.Owned owned) {
        SpaceRow row = owned.space();
        return new ManagedSpace(
                row.id(),
                row.name(),
                row.kind(),
                spaces.folder(row).toString(),
                spaces.available(row),
                List.of(new SpaceMember(owned.username(), SpaceRights.ALL)));
    }

    /// For anybody but the owner at the machine: where things lie on the owner's disk is the owner's alone.
    static ManagedSpace lessTold(ManagedSpace space) {
        return new ManagedSpace(
                space.id(), space.name(), space.kind(), last(space.folder()), space.available(), space.members());
    }

    /// The last part of a path.
    static String last(String folder) {
        Path last = Path.of(folder).getFileName();
        return last == null ? "" : last.toString();
    }
}
