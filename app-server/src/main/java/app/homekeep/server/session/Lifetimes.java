// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.time.Duration;

/// How long things last; settings, read anew each time.
public interface Lifetimes {
    /// Of an access token.
    Duration access();

    /// Of a session from its beginning.
    Duration session();

    /// Of a session from its beginning, where the person asked to be remembered.
    Duration remembered();

    /// How long a session may go unused.
    Duration idle();
}
