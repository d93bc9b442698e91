// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.Routes;
import app.homekeep.server.access.Caller;
import app.homekeep.server.http.Request;
import app.homekeep.server.settings.RateSettings;
import app.homekeep.server.settings.Settings;
import java.util.Locale;

/// What is counted together, by whom, and how often it may be.
enum Rate {
    LOGIN(By.ADDRESS, Kept.AT_ONCE),
    REGISTER(By.ADDRESS, Kept.AT_ONCE),
    FORGOT_PASSWORD(By.ADDRESS, Kept.AT_ONCE),
    DELETE_ACCOUNT(By.ADDRESS, Kept.AT_ONCE),
    UPLOADS(By.SESSION, Kept.NOW_AND_THEN),
    WRITES(By.SESSION, Kept.NOW_AND_THEN),
    STRANGERS_WRITES(By.ADDRESS, Kept.NOW_AND_THEN),
    READS(By.SESSION, Kept.NOW_AND_THEN),
    /// Reading without a session: pages and what is public.
    FREE(By.NOBODY, Kept.NOW_AND_THEN);

    private static final long MINUTE = 60_000_000L;
    private static final long HOUR = 60 * MINUTE;

    private enum By {
        ADDRESS,
        SESSION,
        NOBODY
    }

    /// Whether a count must outlive the process's sudden end.
    private enum Kept {
        AT_ONCE,
        NOW_AND_THEN
    }

    private final By by;
    private final Kept kept;

    Rate(By by, Kept kept) {
        this.by = by;
        this.kept = kept;
    }

    /// What a request is counted as.
    ///
    /// @param route the path of its route; empty where there is none
    static Rate of(Request request, String route) {
        boolean person = request.caller() instanceof Caller.Person;
        return switch (request.method()) {
            case "GET", "HEAD" -> person ? READS : FREE;
            case "DELETE" -> route.equals(Routes.ACCOUNT) ? DELETE_ACCOUNT : other(person);
            case "POST" ->
                switch (route) {
                    case Routes.LOGIN -> LOGIN;
                    case Routes.REGISTER -> REGISTER;
                    case Routes.FORGOT_PASSWORD, Routes.RESET_PASSWORD -> FORGOT_PASSWORD;
                    case Routes.UPLOAD -> person ? UPLOADS : STRANGERS_WRITES;
                    default -> other(person);
                };
            default -> other(person);
        };
    }

    static Rate named(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private static Rate other(boolean person) {
        return person ? WRITES : STRANGERS_WRITES;
    }

    /// Whose count it goes on.
    String key(Request request) {
        return by == By.SESSION && request.caller() instanceof Caller.Person person
                ? person.openUnder()
                : AddressKey.of(request.address());
    }

    boolean unlimited() {
        return by == By.NOBODY;
    }

    boolean byAddress() {
        return by == By.ADDRESS;
    }

    boolean keptAtOnce() {
        return kept == Kept.AT_ONCE;
    }

    /// As the settings have it now.
    Pace pace(Settings settings) {
        return switch (this) {
            case LOGIN -> Pace.of(settings.get(RateSettings.LOGIN), MINUTE);
            case REGISTER -> Pace.of(settings.get(RateSettings.REGISTER), MINUTE);
            case FORGOT_PASSWORD -> Pace.of(settings.get(RateSettings.FORGOT_PASSWORD), MINUTE);
            case DELETE_ACCOUNT -> Pace.of(settings.get(RateSettings.DELETE_ACCOUNT), MINUTE);
            case UPLOADS ->
                Pace.of(settings.get(RateSettings.UPLOADS), MINUTE, settings.get(RateSettings.UPLOADS_BURST));
            case WRITES -> Pace.of(settings.get(RateSettings.WRITES), MINUTE);
            case STRANGERS_WRITES -> Pace.of(settings.get(RateSettings.STRANGERS_WRITES), HOUR);
            case READS, FREE -> Pace.of(settings.get(RateSettings.READS), MINUTE);
        };
    }

    /// The name in the database.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
