// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

/// The browser that the desktop opens web pages with.
public final class SystemBrowser implements Browser {
    private static final Set<String> PAGES = Set.of("http", "https");

    private final Consumer<String> showDocument;

    /// @param showDocument JavaFX's `HostServices::showDocument`
    public SystemBrowser(Consumer<String> showDocument) {
        this.showDocument = showDocument;
    }

    /// @throws IllegalArgumentException when it isn't a web page: the desktop would run anything else
    @Override
    public void open(URI page) {
        if (page.getScheme() == null || !PAGES.contains(page.getScheme())) {
            throw new IllegalArgumentException("not a web page: " + page);
        }
        showDocument.accept(page.toString());
    }
}
