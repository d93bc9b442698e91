// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;

/// Closes the gap between finding out who asks and being registered as open: a session that ended in between found
/// nothing to cut.
final class Reassurance {
    private final Callers callers;

    Reassurance(Callers callers) {
        this.callers = callers;
    }

    /// After the registration; may block.
    ///
    /// @throws Refused when the session has ended
    void check(Incoming request) {
        if (request.caller() instanceof Caller.Person && request.credential().isPresent()) {
            Credential credential = request.credential().get();
            if (callers.remembered(credential, request.address()).isEmpty()) {
                callers.identify(credential, request.address());
            }
        }
    }

    /// The session that a request is registered under; empty for those that have none.
    static String session(Incoming request) {
        return request.caller() instanceof Caller.Person person ? person.openUnder() : "";
    }
}
