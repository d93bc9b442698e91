// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.model.Limits;
import java.util.List;
import java.util.Locale;

/// How hard a password is to guess, as far as it can be said without a list of all that leaked. A hint for people; the
/// server decides.
public enum PasswordStrength {
    TOO_SHORT(0.1),
    EASY(0.25),
    FAIR(0.5),
    GOOD(0.75),
    STRONG(1);

    /// What is tried first by those who guess, and rows of the keyboard.
    private static final List<String> FIRST_GUESSES = List.of(
            "password",
            "passwort",
            "homekeep",
            "letmein",
            "iloveyou",
            "welcome",
            "qwertz",
            "qwerty",
            "asdf",
            "1234",
            "abcd",
            "admin");

    private static final int FAIR_POINTS = 10;
    private static final int GOOD_POINTS = 14;
    private static final int STRONG_POINTS = 18;

    private final double share;

    PasswordStrength(double share) {
        this.share = share;
    }

    /// How full a meter is.
    public double share() {
        return share;
    }

    /// @param names of people and things that belong to the account
    public static PasswordStrength of(String password, List<String> names) {
        if (password.codePointCount(0, password.length()) < Limits.PASSWORD_SHORTEST) {
            return TOO_SHORT;
        }
        String left = password.toLowerCase(Locale.ROOT);
        for (String guess : FIRST_GUESSES) {
            left = left.replace(guess, "*");
        }
        for (String name : names) {
            if (name.length() > 2) {
                left = left.replace(name.toLowerCase(Locale.ROOT), "*");
            }
        }
        int points = points(left);
        if (points < FAIR_POINTS) {
            return EASY;
        }
        if (points < GOOD_POINTS) {
            return FAIR;
        }
        return points < STRONG_POINTS ? GOOD : STRONG;
    }

    /// A character counts once where it neither repeats nor continues the one before; kinds of characters add a little.
    private static int points(String text) {
        int points = 0;
        int before = -10;
        for (int character : text.codePoints().toArray()) {
            if (Math.abs(character - before) > 1) {
                points++;
            }
            before = character;
        }
        long different = text.codePoints().distinct().count();
        int kinds = (text.codePoints().anyMatch(Character::isDigit) ? 1 : 0)
                + (text.codePoints().anyMatch(character -> !Character.isLetterOrDigit(character)) ? 1 : 0);
        return (int) Math.min(points, different * 2) + kinds;
    }
}
