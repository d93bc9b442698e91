// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a phone asks for before it puts the page on its home screen.
final class Manifest {
    private Manifest() {}

    static Asset of(Assets assets) {
        String json = """
                {
                  "name": "Homekeep",
                  "short_name": "Homekeep",
                  "id": "/",
                  "start_url": "/",
                  "scope": "/",
                  "display": "standalone",
                  "background_color": "#f6f7f5",
                  "theme_color": "#0b6e5f",
                  "icons": [
                    {"src": "%s", "type": "image/svg+xml", "sizes": "any"},
                    {"src": "%s", "type": "image/png", "sizes": "192x192"},
                    {"src": "%s", "type": "image/png", "sizes": "512x512"},
                    {"src": "%s", "type": "image/png", "sizes": "512x512", "purpose": "maskable"}
                  ]
                }
                """.formatted(
                        assets.url("icons/homekeep.svg"),
                        assets.url("icons/homekeep-192.png"),
                        assets.url("icons/homekeep-512.png"),
                        assets.url("icons/homekeep-maskable-512.png"));
        return Asset.of("manifest.webmanifest", json.getBytes(UTF_8));
    }
}
