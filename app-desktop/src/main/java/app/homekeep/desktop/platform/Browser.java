// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.net.URI;

/// The owner's web browser.
@FunctionalInterface
public interface Browser {
    /// Shows a page in it.
    void open(URI page);
}
