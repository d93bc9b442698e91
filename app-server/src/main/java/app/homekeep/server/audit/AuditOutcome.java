// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

/// How something ended. The name stands in the log.
public enum AuditOutcome {
    SUCCESS,
    /// Not allowed.
    REFUSED,
    /// Allowed, but it went wrong.
    FAILED
}
