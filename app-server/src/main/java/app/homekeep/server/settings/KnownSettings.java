// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Limits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every setting there is.
public final class KnownSettings {
    public static final Setting<String> SERVER_NAME =
            Setting.text("server_name", "Home", "What the server is called on its pages. At once.");
    public static final Setting<String> FILES_FOLDER =
            Setting.text("files_folder", "", "The folder that holds the personal spaces. At the next start.");
    public static final Setting<Long> SESSION_TTL_HOURS = Setting.number(
            "session_ttl_hours",
            1,
            24 * 90,
            24,
            "How long a session lasts, in hours. For sessions that begin from now on.");
    public static final Setting<Long> REMEMBER_DAYS = Setting.number(
            "remember_days",
            1,
            90,
            7,
            "How long a session lasts where the person asked to be remembered, in days. For sessions that begin from now on.");
    public static final Setting<Long> IDLE_HOURS = Setting.number(
            "idle_hours", 1, 24 * 90, 72, "How long a session may go unused before it ends, in hours. At once.");
    public static final Setting<Long> ACCESS_MINUTES = Setting.number(
            "access_minutes", 1, 60, 5, "How often a browser has to renew its sign-in by itself, in minutes. At once.");
    public static final Setting<Long> JWT_KEY_DAYS = Setting.number(
            "jwt_key_days",
            0,
            3650,
            90,
            "How often the key that signs sign-ins is replaced by itself, in days; 0 for never. Within a day.");
    public static final Setting<Long> API_KEY_DAYS = Setting.number(
            "api_key_days", 1, 3650, 90, "After how many days an API key is shown as due for a new one. At once.");
    public static final Setting<Long> PASSWORD_MIN_LENGTH = Setting.number(
            "password_min_length",
            Limits.PASSWORD_FLOOR,
            64,
            Limits.PASSWORD_SHORTEST,
            "The fewest characters of a new password. At once; passwords that are in use stay good.");
    public static final Setting<String> REQUIRE_TOTP = Setting.choice(
            "require_totp",
            List.of("nobody", "managers", "everybody"),
            "Who must have a second factor, besides those whose role or account says so: nobody, managers or everybody."
                    + " From the next sign-in on.");
    public static final Setting<Long> TOTP_GRACE_HOURS = Setting.number(
            "totp_grace_hours",
            0,
            720,
            0,
            "How long somebody who must have a second factor may sign in without one, in hours from the first sign-in"
                    + " that asks for it. At once.");
    public static final Setting<Long> MAX_FILE_BYTES = Setting.number(
            "max_file_bytes",
            1,
            1L << 50,
            Limits.FILE_BYTES,
            "The largest file that may be uploaded, in bytes. At once.");
    public static final Setting<String> AUDIT_MIRROR = Setting.logFile(
            "audit_mirror",
            "audit/audit.log",
            "The file that gets the audit log as plain text too, seen from the data folder; empty for none. At once.");
    public static final Setting<String> REGISTRATION = Setting.choice(
            "registration",
            List.of("invite", "closed", "request"),
            "Whether somebody new can ask for an account on the sign-in page (request), needs an invite (invite), or is told that nobody is taken (closed). At once.");
    public static final Setting<String> OWN_DELETION_FILES = Setting.choice(
            "own_deletion_files",
            List.of("keep", "move", "remove"),
            "What becomes of the files of somebody who deletes their own account: they stay where they are on the disk (keep), become a folder in your space (move), or are deleted (remove). At once.");

    public static final Setting<String> APPROVE_DEVICES = Setting.choice(
            "approve_devices",
            List.of("nobody", "everybody"),
            "Whose new devices need your yes at the panel, beside those of accounts and roles that say so. At once.");

    public static final Setting<Boolean> KEEP_AWAKE = Setting.onOff(
            "keep_awake",
            true,
            "Whether this computer is kept from going to sleep by itself while files are uploaded or downloaded. Within seconds.");

    private static final List<Setting<?>> GENERAL = List.of(
            SERVER_NAME,
            FILES_FOLDER,
            SESSION_TTL_HOURS,
            REMEMBER_DAYS,
            IDLE_HOURS,
            ACCESS_MINUTES,
            JWT_KEY_DAYS,
            API_KEY_DAYS,
            PASSWORD_MIN_LENGTH,
            REQUIRE_TOTP,
            TOTP_GRACE_HOURS,
            MAX_FILE_BYTES,
            AUDIT_MIRROR,
            APPROVE_DEVICES,
            REGISTRATION,
            OWN_DELETION_FILES,
            KEEP_AWAKE);

    /// In the order in which they are shown.
    public static final List<Setting<?>> ALL = Stream.of(
                    GENERAL, NetworkSettings.ALL, DoorSettings.ALL, RateSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private KnownSettings() {}

    static Optional<Setting<?>> named(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }
}
