// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import com.microsoft.playwright.Browser;

/// A browser that nobody has told to trust the home CA.
record Stranger(Browser browser) implements AutoCloseable {
    @Override
    public void close() {
        browser.close();
    }
}
