// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.session.SigningKeys;
import java.util.Optional;

/// The keyring's JWT keys, as sessions want them.
record KeyringKeys(Keyring keyring) implements SigningKeys {
    @Override
    public Key active() {
        return key(keyring.active(Purpose.JWT));
    }

    @Override
    public Optional<Key> find(String id) {
        return keyring.find(Purpose.JWT, id).map(KeyringKeys::key);
    }

    private static Key key(Keyring.Key key) {
        return new Key(key.id(), key.bytes());
    }
}
