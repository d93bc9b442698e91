// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import java.util.Locale;

/// Every kind of refusal the API knows, with its HTTP status. Codes are stable: pages, scripts and the panel
/// decide by them; the sentence beside them is for people and may change.
public enum ProblemCode {
    BAD_REQUEST(400),
    BAD_PATH(400),
    BAD_COOKIE(400),
    BAD_CREDENTIALS(401),
    NOT_SIGNED_IN(401),
    SESSION_EXPIRED(401),
    SESSION_REVOKED(401),
    SECOND_FACTOR_REQUIRED(401),
    BAD_CODE(401),
    TICKET_EXPIRED(401),
    FORBIDDEN(403),
    CSRF(403),
    STEP_UP_REQUIRED(403),
    USER_BLOCKED(403),
    APPROVAL_DENIED(403),
    REGISTRATION_CLOSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    TOO_SLOW(408),
    CONFLICT(409),
    REFRESH_RACE(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    TYPE_NOT_ALLOWED(415),
    RANGE_NOT_SATISFIABLE(416),
    UNKNOWN_HOST(421),
    LOCKED(423),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    BUSY(503),
    STOPPING(503),
    DATABASE_DAMAGED(503),
    SPACE_UNAVAILABLE(503),
    NO_SPACE(507),
    QUOTA_EXCEEDED(507);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// The code as it stands in the answer, such as `bad_credentials`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
