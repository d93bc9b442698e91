// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.device.Approval;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// Approvals over the control door. Thread-safe.
final class HttpApprovalsApi implements ApprovalsApi {
    private static final JsonType<Page<Approval>> APPROVALS = Wire.page(Approval.class);

    private final ServerLine line;

    HttpApprovalsApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<Approval> approvals() {
        return line.all(new Query(Routes.APPROVALS), APPROVALS);
    }

    @Override
    public void allow(String id) {
        line.tell("POST", ServerLine.path(Routes.APPROVAL_ALLOW, id));
    }

    @Override
    public void deny(String id) {
        line.tell("POST", ServerLine.path(Routes.APPROVAL_DENY, id));
    }
}
