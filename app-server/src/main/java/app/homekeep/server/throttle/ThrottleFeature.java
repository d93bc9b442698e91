// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.Rates;
import app.homekeep.server.http.Request;
import app.homekeep.server.settings.Settings;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.time.Clock;

/// Everything that holds somebody back, put together: what the composition root needs of it.
///
/// @param guesses  slows down who guesses
/// @param rates    counts requests
/// @param shutOuts the addresses that the owner has shut out
public record ThrottleFeature(Guesses guesses, RateLimits rates, ShutOuts shutOuts) {
    public static ThrottleFeature open(
            Database database, Settings settings, AuditLog audit, EventHub events, Ids ids, Clock clock) {
        return new ThrottleFeature(
                new Guesses(database, audit, events, ids, clock),
                RateLimits.open(database, settings, audit, events, clock),
                ShutOuts.open(database, audit, events, ids, clock));
    }

    /// What the pipeline asks.
    public Rates gate() {
        return new Rates() {
            @Override
            public void admit(String address) {
                shutOuts.admit(address);
            }

            @Override
            public Runnable spend(Request request, String route) {
                return rates.spend(request, route);
            }
        };
    }

    public BlockRoutes routes() {
        return new BlockRoutes(new Blocks(guesses, rates, shutOuts), shutOuts);
    }

    /// Deletes what no longer counts. Called once a day.
    public void forgetOld() {
        guesses.forgetOld();
        rates.forgetOld();
        shutOuts.forgetOld();
    }
}
