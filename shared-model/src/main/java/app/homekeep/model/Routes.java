// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

/// Every path of the HTTP contract, once. `{name}` stands for one segment.
public final class Routes {
    public static final String API = "/api/v1";

    public static final String LOGIN = API + "/auth/login";
    public static final String REFRESH = API + "/auth/refresh";
    public static final String LOGOUT = API + "/auth/logout";
    public static final String ME = API + "/auth/me";
    public static final String MY_SESSIONS = API + "/auth/sessions";
    public static final String MY_SESSION = API + "/auth/sessions/{id}";

    public static final String SECOND_FACTOR = API + "/auth/login/second-factor";
    public static final String LOGIN_ENROLMENT = API + "/auth/login/enrolment";
    public static final String LOGIN_APPROVAL = API + "/auth/login/approval";
    public static final String REGISTER = API + "/auth/register";
    public static final String FORGOT_PASSWORD = API + "/auth/forgot-password";
    public static final String RESET_PASSWORD = API + "/auth/reset-password";
    public static final String INVITE_OFFER = API + "/auth/invites/{token}";
    public static final String INVITE_ACCEPT = API + "/auth/invites/{token}/accept";
    public static final String PASSWORD = API + "/auth/password";
    public static final String STEP_UP = API + "/auth/step-up";
    public static final String TOTP = API + "/auth/totp";
    public static final String TOTP_ENROLMENT = API + "/auth/totp/enrolment";
    public static final String TOTP_CONFIRM = API + "/auth/totp/confirm";
    public static final String RECOVERY_CODES = API + "/auth/recovery-codes";
    public static final String MY_DEVICES = API + "/auth/devices";
    public static final String MY_DEVICE = API + "/auth/devices/{id}";
    public static final String API_KEYS = API + "/api-keys";
    public static final String API_KEY = API + "/api-keys/{id}";
    public static final String ACCOUNT = API + "/account";
    public static final String PROFILE = API + "/account/profile";
    public static final String ACTIVITY = API + "/account/activity";

    public static final String HEALTH = API + "/system/health";
    public static final String INFO = API + "/system/info";
    public static final String OPENAPI = API + "/openapi.json";
    public static final String UTILITY_FILE_TYPES = API + "/utilities/file-types";
    public static final String UTILITY_PERMISSIONS = API + "/utilities/permissions";
    public static final String UTILITY_TIME_ZONES = API + "/utilities/time-zones";
    public static final String UTILITY_LANGUAGES = API + "/utilities/languages";
    public static final String EVENTS = API + "/events";

    public static final String SPACES = API + "/spaces";
    public static final String SPACE = API + "/spaces/{space}";
    public static final String ENTRIES = API + "/spaces/{space}/entries";
    public static final String CONTENT = API + "/spaces/{space}/content";
    public static final String UPLOAD = API + "/spaces/{space}/upload";

    public static final String USERS = API + "/users";
    public static final String USER = API + "/users/{id}";
    public static final String USER_DEACTIVATE = API + "/users/{id}/deactivate";
    public static final String USER_INVITE = API + "/users/{id}/invite";
    public static final String USER_RESET_PASSWORD = API + "/users/{id}/reset-password";
    public static final String USER_TOTP_ENROLMENT = API + "/users/{id}/totp-enrolment";
    public static final String USER_TOTP_CONFIRM = API + "/users/{id}/totp-confirm";
    public static final String USER_TOTP_RESET = API + "/users/{id}/totp-reset";
    public static final String RESET_REQUESTS = API + "/reset-requests";
    public static final String RESET_REQUEST = API + "/reset-requests/{id}";
    public static final String INVITES = API + "/invites";
    public static final String INVITE = API + "/invites/{id}";
    public static final String REGISTRATIONS = API + "/registrations";
    public static final String REGISTRATION = API + "/registrations/{id}";
    public static final String REGISTRATION_ACCEPT = API + "/registrations/{id}/accept";
    public static final String ROLES = API + "/roles";
    public static final String ROLE = API + "/roles/{id}";
    public static final String APPROVALS = API + "/approvals";
    public static final String APPROVAL_ALLOW = API + "/approvals/{id}/allow";
    public static final String APPROVAL_DENY = API + "/approvals/{id}/deny";
    public static final String DEVICES = API + "/devices";
    public static final String DEVICE = API + "/devices/{id}";
    public static final String BLOCKS = API + "/blocks";
    public static final String BLOCK = API + "/blocks/{id}";
    public static final String SESSIONS = API + "/sessions";
    public static final String SESSION = API + "/sessions/{id}";
    public static final String LOCKDOWN = API + "/lockdown";
    public static final String PAIRINGS = API + "/pairings";
    public static final String PAIRING = API + "/pairings/{id}";
    public static final String MY_DEVICE_TRUST = API + "/auth/devices/current/trust";
    public static final String SETTINGS = API + "/settings";
    public static final String AUDIT = API + "/audit";
    public static final String AUDIT_VERIFY = API + "/audit/verify";
    public static final String AUDIT_EXPORT = API + "/audit/export";

    /// At the welcome door and the LAN door, for anyone.
    public static final String TRUST = "/trust";

    public static final String TRUST_CRT = TRUST + "/homekeep.crt";
    public static final String TRUST_PEM = TRUST + "/homekeep.pem";
    public static final String TRUST_PROFILE = TRUST + "/homekeep.mobileconfig";
    public static final String TRUST_STYLE = TRUST + "/style.css";
    public static final String TRUST_ICON = TRUST + "/icon.svg";
    public static final String TRUST_SEEN = TRUST + "/seen";
    public static final String TRUST_WORKER = TRUST + "/worker.js";

    public static final String CONTROL_STATUS = "/control/status";
    public static final String CONTROL_EVENTS = "/control/events";
    public static final String CONTROL_STOP = "/control/stop";
    public static final String CONTROL_KEYS = "/control/keys";
    public static final String CONTROL_KEYS_ROTATE = "/control/keys/rotate";
    public static final String CONTROL_OWNER_RECOVER = "/control/owner/recover";
    public static final String CONTROL_RESTART_DOORS = "/control/restart-doors";
    public static final String CONTROL_NETWORKS = "/control/networks";
    public static final String CONTROL_NETWORK = "/control/networks/{id}";
    public static final String CONTROL_CERTIFICATE = "/control/certificate";
    public static final String CONTROL_DOCTOR = "/control/doctor";
    public static final String CONTROL_LOGS = "/control/logs";

    private Routes() {}
}
