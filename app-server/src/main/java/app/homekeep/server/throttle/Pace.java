// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

/// How fast a count refills.
///
/// @param interval microseconds until one more may be used
/// @param burst    how many may be used at once
record Pace(long interval, long burst) {
    /// @param span microseconds
    static Pace of(long number, long span) {
        return of(number, span, number);
    }

    static Pace of(long number, long span, long burst) {
        return new Pace(Math.max(1, span / number), burst);
    }

    /// Microseconds until all may be used again, when none is left.
    long refill() {
        return interval * burst;
    }
}
