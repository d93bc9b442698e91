// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// Goes on with a sign-in that has begun.
@Json(naming = Json.Naming.LowerUnderscore)
public record Ticket(String ticket) {
    public Ticket {
        ticket = Rules.present("ticket", ticket, Limits.TOKEN_LONGEST);
    }

    /// Without the ticket, so that it never gets into a log.
    @Override
    public String toString() {
        return "Ticket";
    }
}
