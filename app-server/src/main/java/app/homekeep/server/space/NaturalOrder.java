// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.util.Comparator;

/// Names as people sort them: without regard to case, and numbers by their value (`photo 9` before `photo 10`).
/// Names that only differ in case or leading zeros follow each other by their characters, so that the order is
/// total.
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int order = natural(left, right);
        return order != 0 ? order : left.compareTo(right);
    }

    private static int natural(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (digit(left.charAt(l)) && digit(right.charAt(r))) {
                int endOfLeft = endOfNumber(left, l);
                int endOfRight = endOfNumber(right, r);
                int order = numbers(left, l, endOfLeft, right, r, endOfRight);
                if (order != 0) {
                    return order;
                }
                l = endOfLeft;
                r = endOfRight;
            } else {
                int order = Integer.compare(fold(left.codePointAt(l)), fold(right.codePointAt(r)));
                if (order != 0) {
                    return order;
                }
                l += Character.charCount(left.codePointAt(l));
                r += Character.charCount(right.codePointAt(r));
            }
        }
        return Integer.compare(left.length() - l, right.length() - r);
    }

    /// Compares two runs of digits of any length by value.
    private static int numbers(String left, int l, int endOfLeft, String right, int r, int endOfRight) {
        int from = skipZeros(left, l, endOfLeft);
        int other = skipZeros(right, r, endOfRight);
        int order = Integer.compare(endOfLeft - from, endOfRight - other);
        for (int i = 0; order == 0 && from + i < endOfLeft; i++) {
            order = Character.compare(left.charAt(from + i), right.charAt(other + i));
        }
        return order;
    }

    private static int skipZeros(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int fold(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
