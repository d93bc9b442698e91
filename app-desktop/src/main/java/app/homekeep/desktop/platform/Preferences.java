// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.util.Optional;

/// What the panel remembers for its owner: look, language, window. Not worth a message when it can't be kept.
public interface Preferences {
    Optional<String> get(String key);

    void put(String key, String value);
}
