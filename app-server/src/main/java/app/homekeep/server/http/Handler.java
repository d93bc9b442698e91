// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;

/// What a route does. Runs where the route's [Work] says; computes an answer and never touches the connection.
@FunctionalInterface
public interface Handler {
    /// @throws app.homekeep.server.problem.Refused to answer with that problem
    /// @throws app.homekeep.model.Invalid to answer 400
    Answer handle(Request request) throws IOException;
}
