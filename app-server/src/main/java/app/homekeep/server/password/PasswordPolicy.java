// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/// Which new passwords are good enough: long, not among the most used, not the name of a thing on the same screen. No
/// rules on what they are made of (NIST SP 800-63B). Thread-safe.
public final class PasswordPolicy {
    private final IntSupplier shortest;
    private final CommonPasswords common;

    /// @param shortest the setting: characters in code points
    public PasswordPolicy(IntSupplier shortest, CommonPasswords common) {
        this.shortest = shortest;
        this.common = common;
    }

    /// @param field the member's name on the wire
    /// @param names words that must not be the password: the username, the server's name
    /// @throws Invalid when it isn't good enough
    public void check(String field, String password, List<String> names) {
        int length = password.codePointCount(0, password.length());
        int needed = Math.max(Limits.PASSWORD_FLOOR, shortest.getAsInt());
        if (length < needed) {
            throw new Invalid(field, "This is too short: use at least " + needed + " characters.");
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (common.contains(plain) || names.stream().anyMatch(name -> tooClose(plain, name))) {
            throw new Invalid(field, "This is too easy to guess: choose something only you would think of.");
        }
        if (plain.codePoints().distinct().count() < 4) {
            throw new Invalid(field, "This repeats itself too much: use more different characters.");
        }
    }

    /// The fewest characters, for a page that asks for a new password.
    public int shortest() {
        return Math.max(Limits.PASSWORD_FLOOR, shortest.getAsInt());
    }

    private static boolean tooClose(String password, String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip();
        if (plain.isEmpty() || !password.contains(plain)) {
            return false;
        }
        return password.length() - plain.length() < 6;
    }
}
