// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/// One member of `proxy_names`: a host name, without scheme and port.
final class ProxyName {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /// Ends in a letter: what ends in a digit is read as an address.
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private ProxyName() {}

    static String read(String setting, String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.indexOf('*') >= 0) {
            throw new Invalid(setting, "Name each host by itself: * would let any name in.");
        }
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new Invalid(
                    setting, "\"" + text + "\" is no host name such as files.example.org, without scheme and port.");
        }
        return name;
    }
}
