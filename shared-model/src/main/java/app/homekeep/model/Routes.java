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

    public static final String HEALTH = API + "/system/health";
    public static final String INFO = API + "/system/info";
    public static final String OPENAPI = API + "/openapi.json";
    public static final String UTILITY_FILE_TYPES = API + "/utilities/file-types";
    public static final String UTILITY_PERMISSIONS = API + "/utilities/permissions";
    public static final String UTILITY_TIME_ZONES = API + "/utilities/time-zones";
    public static final String UTILITY_LANGUAGES = API + "/utilities/languages";
    public static final String EVENTS = API + "/events";

    public static final String SPACES = API + "/spaces";
    public static final String ENTRIES = API + "/spaces/{space}/entries";
    public static final String CONTENT = API + "/spaces/{space}/content";
    public static final String UPLOAD = API + "/spaces/{space}/upload";

    public static final String USERS = API + "/users";
    public static final String SESSIONS = API + "/sessions";
    public static final String SESSION = API + "/sessions/{id}";
    public static final String SETTINGS = API + "/settings";
    public static final String AUDIT = API + "/audit";
    public static final String AUDIT_VERIFY = API + "/audit/verify";
    public static final String AUDIT_EXPORT = API + "/audit/export";

    public static final String CONTROL_STATUS = "/control/status";
    public static final String CONTROL_EVENTS = "/control/events";
    public static final String CONTROL_STOP = "/control/stop";
    public static final String CONTROL_LOGS = "/control/logs";

    private Routes() {}
}
