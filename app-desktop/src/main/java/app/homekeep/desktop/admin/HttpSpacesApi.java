// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.Space;
import app.homekeep.model.space.SpaceChange;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// Shared spaces over the control door. Thread-safe.
final class HttpSpacesApi implements SpacesApi {
    private static final JsonType<Page<ManagedSpace>> SPACES = Wire.page(ManagedSpace.class);
    private static final JsonType<ManagedSpace> SPACE = Wire.type(ManagedSpace.class);
    private static final JsonType<NewSpace> NEW = Wire.type(NewSpace.class);
    private static final JsonType<SpaceChange> CHANGE = Wire.type(SpaceChange.class);

    private final ServerLine line;

    HttpSpacesApi(ServerLine line) {
        this.line = line;
    }

    /// All of the shared ones are on the first page, before anybody's own.
    @Override
    public List<ManagedSpace> shared() {
        return line.page(new Query(Routes.SPACES).with("all", "true"), Optional.empty(), SPACES).items().stream()
                .filter(space -> space.kind() == Space.Kind.SHARED)
                .toList();
    }

    @Override
    public ManagedSpace add(NewSpace space) {
        return line.post(Routes.SPACES, NEW, space, SPACE);
    }

    @Override
    public void change(String id, SpaceChange change) {
        line.tell("PATCH", ServerLine.path(Routes.SPACE, id), CHANGE, change);
    }

    @Override
    public void remove(String id) {
        line.delete(ServerLine.path(Routes.SPACE, id));
    }
}
