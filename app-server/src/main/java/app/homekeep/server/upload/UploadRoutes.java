// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.Entry;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.SpacePath;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.util.List;

/// `POST /spaces/{space}/upload?path=`: one plain request, the body is the file.
public final class UploadRoutes {
    private static final JsonType<Entry> ENTRY = Wire.type(Entry.class);

    private final Uploads uploads;

    public UploadRoutes(Uploads uploads) {
        this.uploads = uploads;
    }

    public List<Route> routes() {
        return List.of(Route.post(Routes.UPLOAD, Access.needs(Permission.FILE_UPLOAD), this::upload)
                .upload());
    }

    private Answer upload(Request request) throws IOException {
        var path = SpacePath.parse(
                request.query("path").orElseThrow(() -> Refused.badField("path", "Say where the file goes.")));
        var onConflict = request.query("on_conflict").map(OnConflict::parse).orElse(OnConflict.REFUSE);
        return Answer.json(201, ENTRY, uploads.receive(request, request.segment("space"), path, onConflict));
    }
}
