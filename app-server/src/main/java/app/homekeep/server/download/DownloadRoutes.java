// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.download;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.SpacePath;
import java.io.IOException;
import java.util.List;

/// `GET /spaces/{space}/content?path=&download=1`.
public final class DownloadRoutes {
    private final Downloads downloads;

    public DownloadRoutes(Downloads downloads) {
        this.downloads = downloads;
    }

    public List<Route> routes() {
        return List.of(Route.get(Routes.CONTENT, Access.needs(Permission.FILE_READ), this::content));
    }

    private Answer content(Request request) throws IOException {
        var path =
                SpacePath.parse(request.query("path").orElseThrow(() -> Refused.badField("path", "Say which file.")));
        boolean take = request.query("download").map(DownloadRoutes::flag).orElse(false);
        return downloads.content(request, request.segment("space"), path, take);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "1" -> true;
            case "0" -> false;
            default -> throw Refused.badField("download", "Use 1 or 0.");
        };
    }
}
