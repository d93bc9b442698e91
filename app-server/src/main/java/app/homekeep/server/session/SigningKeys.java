// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.util.Optional;

/// The keys that access tokens are signed with. Memory only: asked on I/O threads. Thread-safe.
public interface SigningKeys {
    /// @param bytes 32 or more
    record Key(String id, byte[] bytes) {
        /// Without the bytes, so that they never get into a log.
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /// The one that new tokens are signed with.
    Key active();

    /// One that tokens still in use may be signed with, by its exact id.
    Optional<Key> find(String id);
}
