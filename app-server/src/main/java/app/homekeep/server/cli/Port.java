// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

/// A TCP port; 0 stands for any that is free.
///
/// @param number 0 to 65535
record Port(int number) {
    private static final int HIGHEST = 65_535;

    /// @throws IllegalArgumentException when it is none
    static Port of(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
            throw new IllegalArgumentException("a port is a number from 0 to " + HIGHEST);
        }
        return new Port(Integer.parseInt(text));
    }
}
