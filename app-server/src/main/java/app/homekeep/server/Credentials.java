// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.access.Caller;
import app.homekeep.server.apikey.LiveKeys;
import app.homekeep.server.http.Callers;
import app.homekeep.server.http.Credential;
import java.util.Optional;

/// Everything that a request may come with: an access token of a session, or an API key.
record Credentials(Callers sessions, LiveKeys keys) implements Callers {
    @Override
    public Optional<Caller> remembered(Credential credential, String address) {
        return behind(credential).remembered(credential, address);
    }

    @Override
    public Caller identify(Credential credential, String address) {
        return behind(credential).identify(credential, address);
    }

    private Callers behind(Credential credential) {
        return LiveKeys.isKey(credential) ? keys : sessions;
    }
}
