// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.Space;
import java.io.IOException;
import java.util.List;

/// The server's spaces, and which of them somebody means.
final class SpaceNames {
    private SpaceNames() {}

    static Page<ManagedSpace> all(ControlClient client) throws IOException {
        Query query = new Query(Routes.SPACES).with("all", "true");
        return client.list(query, Wire.page(ManagedSpace.class), Integer.MAX_VALUE);
    }

    /// The shared space of that name, however it is written, or id.
    ///
    /// @throws Refusal `not_found` when there is none
    static ManagedSpace shared(ControlClient client, String nameOrId) throws IOException {
        List<ManagedSpace> shared = all(client).items().stream()
                .filter(space -> space.kind() == Space.Kind.SHARED)
                .toList();
        return shared.stream()
                .filter(space -> space.id().equals(nameOrId) || space.name().equalsIgnoreCase(nameOrId))
                .findFirst()
                .orElseThrow(() -> new Refusal("not_found", "There is no shared space of that name: " + nameOrId));
    }
}
