// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

/// The log could not be written or read; what it should have told about did not happen either.
final class AuditFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
