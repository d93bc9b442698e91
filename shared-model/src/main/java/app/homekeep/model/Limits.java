// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

/// Numbers that both sides must agree on. Settings may tighten, never loosen them.
public final class Limits {
    /// Bytes of a JSON body.
    public static final int JSON_BODY = 64 * 1024;
    /// How deep a JSON body may nest.
    public static final int JSON_DEPTH = 16;
    /// Items on a page where the request names no number.
    public static final int PAGE = 100;
    /// Items on a page at most.
    public static final int PAGE_LARGEST = 1000;
    /// Characters of a user's, server's, device's or space's name.
    public static final int NAME_LONGEST = 64;
    /// Characters of what somebody writes to the owner.
    public static final int MESSAGE_LONGEST = 500;
    /// Characters of a token that a client hands back.
    public static final int TOKEN_LONGEST = 256;
    /// The fewest characters a password may be set to have, whatever the settings say (NIST SP 800-63B).
    public static final int PASSWORD_FLOOR = 8;
    /// The fewest characters of a new password where the settings say nothing.
    public static final int PASSWORD_SHORTEST = 12;
    /// Characters of a password, counted in code points after NFC.
    public static final int PASSWORD_LONGEST = 128;
    /// Bytes of one name in a path (what common file systems hold).
    public static final int PATH_NAME_BYTES = 255;
    /// Bytes of a whole path inside a space.
    public static final int PATH_BYTES = 4096;
    /// Bytes of one uploaded file where the settings say nothing: 16 GiB.
    public static final long FILE_BYTES = 16L * 1024 * 1024 * 1024;

    private Limits() {}
}
