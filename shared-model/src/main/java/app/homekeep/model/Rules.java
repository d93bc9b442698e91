// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules that request records share. Each method returns the value it accepts, in the form to keep.
public final class Rules {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private Rules() {}

    /// A text that must be there.
    public static String present(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new Invalid(field, "This is needed.");
        }
        return bounded(field, value, longest);
    }

    /// A text that may be missing.
    public static @Nullable String optional(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : bounded(field, value, longest);
    }

    /// A name to sign in with: letters, digits, dot, dash and underscore; in NFKC, as typed otherwise.
    public static String username(String field, @Nullable String value) {
        String name = Normalizer.normalize(present(field, value, Limits.NAME_LONGEST), Normalizer.Form.NFKC)
                .strip();
        if (!USERNAME.matcher(name).matches()) {
            throw new Invalid(
                    field, "Use letters, digits, dots, dashes and underscores, beginning with a letter or digit.");
        }
        return name;
    }

    /// A password as it is given: any character, counted in code points after NFC.
    public static String password(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new Invalid(field, "This is needed.");
        }
        String password = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (password.codePointCount(0, password.length()) > Limits.PASSWORD_LONGEST) {
            throw new Invalid(field, "This is too long: " + Limits.PASSWORD_LONGEST + " characters at most.");
        }
        return password;
    }

    /// The id of a role that an account may be given: any but the owner's and that of API keys.
    public static String role(String field, @Nullable String value) {
        String role = present(field, value, Limits.NAME_LONGEST);
        if (role.equals(Role.OWNER.wire())) {
            throw new Invalid(field, "There is one owner, made on first run.");
        }
        if (role.equals(Role.API.wire())) {
            throw new Invalid(field, "This role is for API keys.");
        }
        return role;
    }

    /// A code of an authenticator app: six digits, as typed with or without spaces.
    public static String code(String field, @Nullable String value) {
        String code = present(field, value, 16).replace(" ", "");
        if (!CODE.matcher(code).matches()) {
            throw new Invalid(field, "Use the six digits that the app shows.");
        }
        return code;
    }

    private static String bounded(String field, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            throw new Invalid(field, "This is too long: " + longest + " characters at most.");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new Invalid(field, "Control characters are not allowed.");
        }
        return value;
    }
}
