// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.Finding;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `GET /control/doctor`.
public final class DoctorRoutes {
    private static final JsonType<Page<Finding>> FINDINGS = Wire.page(Finding.class);

    private final Doctor doctor;

    public DoctorRoutes(Doctor doctor) {
        this.doctor = doctor;
    }

    public List<Route> routes() {
        return List.of(Route.get(
                Routes.CONTROL_DOCTOR,
                Access.atTheMachine(),
                request -> Answer.ok(FINDINGS, Page.whole(doctor.look()))));
    }
}
