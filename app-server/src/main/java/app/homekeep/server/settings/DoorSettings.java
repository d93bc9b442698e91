// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import java.util.List;

/// How the doors treat browsers, and what stands between the two.
public final class DoorSettings {
    public static final Setting<Boolean> HSTS = Setting.onOff(
            "hsts",
            true,
            "Whether browsers are told to use nothing but HTTPS with the server's own name from then on. At once;"
                    + " browsers remember for a year what they were told.");
    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.list(
            "trusted_proxies",
            TrustedProxy::read,
            "Addresses, or ranges such as 192.168.1.0/28, of proxies in front of the server. What they say of a"
                    + " request's origin (X-Forwarded-For, -Proto, -Host) counts; what anybody else says does not."
                    + " At once.");
    public static final Setting<List<String>> PROXY_NAMES = Setting.list(
            "proxy_names",
            ProxyName::read,
            "Host names under which those proxies serve this server, such as files.example.org. At once.");
    public static final Setting<List<String>> CORS_ORIGINS = Setting.list(
            "cors_origins",
            CrossOrigin::read,
            "Other sites whose pages may use the API with a key or token of their own, such as"
                    + " https://photos.example.org. At once.");

    static final List<Setting<?>> ALL = List.of(HSTS, TRUSTED_PROXIES, PROXY_NAMES, CORS_ORIGINS);

    private DoorSettings() {}
}
