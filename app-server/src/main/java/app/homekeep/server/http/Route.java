// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.access.Access;

/// One method on one path.
///
/// @param path a path of [app.homekeep.model.Routes]; `{name}` stands for one segment
public record Route(String method, String path, Access access, Work work, Handler handler) {
    public static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, Work.VIRTUAL, handler);
    }

    public static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, Work.VIRTUAL, handler);
    }

    public static Route put(String path, Access access, Handler handler) {
        return new Route("PUT", path, access, Work.VIRTUAL, handler);
    }

    public static Route patch(String path, Access access, Handler handler) {
        return new Route("PATCH", path, access, Work.VIRTUAL, handler);
    }

    public static Route delete(String path, Access access, Handler handler) {
        return new Route("DELETE", path, access, Work.VIRTUAL, handler);
    }

    /// The same route, answered on the I/O thread: the handler must not block.
    public Route instant() {
        return new Route(method, path, access, Work.INSTANT, handler);
    }

    /// The same route with the body as a stream, on a worker thread.
    public Route upload() {
        return new Route(method, path, access, Work.UPLOAD, handler);
    }
}
