// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import app.homekeep.server.http.Request;
import java.util.regex.Pattern;

/// By what a browser calls the server. Browsers that were let past a warning remember it for the one and not
/// the other.
public enum Form {
    ADDRESS,
    NAME;

    private static final Pattern BY_ADDRESS =
            Pattern.compile("https?://(?:\\[.*]|\\d+\\.\\d+\\.\\d+\\.\\d+)(?::\\d+)?");

    /// What this request came by.
    public static Form of(Request request) {
        return BY_ADDRESS.matcher(request.origin()).matches() ? ADDRESS : NAME;
    }
}
