// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.SigningKey;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/control/keys`: the keys that sign sign-ins, for the machine alone.
public final class SigningKeyRoutes {
    private static final JsonType<SigningKey> KEY = Wire.type(SigningKey.class);
    private static final JsonType<Page<SigningKey>> KEYS = Wire.page(SigningKey.class);
    private static final JsonType<KeyRotation> ROTATION = Wire.type(KeyRotation.class);

    private final SigningKeyRotation rotation;

    public SigningKeyRoutes(SigningKeyRotation rotation) {
        this.rotation = rotation;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.CONTROL_KEYS, Access.atTheMachine(), this::list),
                Route.post(Routes.CONTROL_KEYS_ROTATE, Access.atTheMachine(), this::rotate));
    }

    private Answer list(Request request) {
        return Answer.ok(KEYS, Page.whole(rotation.list()));
    }

    private Answer rotate(Request request) {
        boolean atOnce = request.json(ROTATION).atOnce();
        return Answer.ok(KEY, rotation.rotate(atOnce, AuditEntry.of(AuditKind.KEY_ROTATE, request)));
    }
}
