// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import java.util.List;

/// How often anybody may ask. The waits after wrong passwords are none of these: nothing turns them off.
public final class RateSettings {
    private static final long MOST = 1_000_000;

    public static final Setting<Boolean> ENABLED = Setting.onOff(
            "rate_limits_enabled",
            true,
            "Whether who asks too often is held back. The waits after wrong passwords stay, whatever is set here. At once.");
    public static final Setting<Long> LOGIN =
            rate("rate_login_per_minute", 10, "Sign-ins that one address may try in a minute.");
    public static final Setting<Long> REGISTER =
            rate("rate_register_per_minute", 5, "Registrations that one address may send in a minute.");
    public static final Setting<Long> FORGOT_PASSWORD = rate(
            "rate_forgot_password_per_minute",
            3,
            "Forgotten passwords that one address may report in a minute; the codes it may try are counted with them.");
    public static final Setting<Long> DELETE_ACCOUNT = rate(
            "rate_delete_account_per_minute", 2, "How often one address may ask for an account's end in a minute.");
    public static final Setting<Long> UPLOADS = rate(
            "rate_uploads_per_minute", 100, "Uploads that one session may begin in a minute, once the burst is used.");
    public static final Setting<Long> UPLOADS_BURST =
            rate("rate_uploads_burst", 1000, "Uploads that one session may begin at once, such as a phone's pictures.");
    public static final Setting<Long> WRITES =
            rate("rate_writes_per_minute", 120, "Other changes that one session may make in a minute.");
    public static final Setting<Long> STRANGERS_WRITES = rate(
            "rate_writes_without_session_per_hour",
            1000,
            "Other changes that one address may ask for in an hour without being signed in.");
    public static final Setting<Long> READS = rate(
            "rate_reads_per_minute", 3000, "Requests that change nothing, which one session may make in a minute.");

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            LOGIN,
            REGISTER,
            FORGOT_PASSWORD,
            DELETE_ACCOUNT,
            UPLOADS,
            UPLOADS_BURST,
            WRITES,
            STRANGERS_WRITES,
            READS);

    private RateSettings() {}

    private static Setting<Long> rate(String name, long standard, String explanation) {
        return Setting.number(name, 1, MOST, standard, explanation + " At once.");
    }
}
