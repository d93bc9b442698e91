// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.system.Health;
import app.homekeep.model.system.ServerInfo;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.function.Supplier;

/// Health and name, for anyone: no versions, nothing about who uses the server.
public final class SystemRoutes {
    private static final JsonType<Health> HEALTH = Wire.type(Health.class);
    private static final JsonType<ServerInfo> INFO = Wire.type(ServerInfo.class);

    private final List<HealthCheck> checks;
    private final Supplier<ServerInfo> info;

    public SystemRoutes(List<HealthCheck> checks, Supplier<ServerInfo> info) {
        this.checks = List.copyOf(checks);
        this.info = info;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.HEALTH, Access.anyone(), this::health).instant(),
                Route.get(Routes.INFO, Access.anyone(), this::info).instant());
    }

    private Answer health(Request request) {
        List<String> down = checks.stream()
                .filter(check -> !check.works().getAsBoolean())
                .map(HealthCheck::name)
                .toList();
        return down.isEmpty()
                ? Answer.ok(HEALTH, Health.OK)
                : Answer.json(503, HEALTH, new Health("down", down)).header("Retry-After", "10");
    }

    private Answer info(Request request) {
        return Answer.ok(INFO, info.get());
    }
}
