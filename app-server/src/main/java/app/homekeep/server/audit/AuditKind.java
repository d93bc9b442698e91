// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

/// What can happen that the audit log tells about. The name is what stands in the log, so it never changes.
public enum AuditKind {
    USER_LOGIN,
    LOGIN_FAILED,
    USER_LOGOUT,
    SESSION_REVOKED,
    SESSION_REUSE,
    SESSION_EXPIRED,
    USER_CREATE,
    USER_UPDATE,
    USER_BLOCK,
    USER_UNBLOCK,
    USER_DEACTIVATE,
    USER_DELETE,
    ROLE_CHANGE,
    PASSWORD_CHANGE,
    OWNER_CREATE,
    OWNER_RECOVER,
    SPACE_CREATE,
    FILE_UPLOAD,
    FILE_DOWNLOAD,
    FILE_DELETE,
    SETTINGS_CHANGE,
    KEY_ROTATE,
    CERTIFICATE_ISSUE,
    AUDIT_EXPORT,
    ACCESS_DENIED,
    SERVER_START,
    SERVER_STOP
}
