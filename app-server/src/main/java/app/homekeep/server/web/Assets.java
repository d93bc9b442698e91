// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All files of the page by their path below `/assets/`, which changes with their content. Immutable.
final class Assets {
    private static final String SHELL = "index.html";

    private final Map<String, Asset> byPath;
    private final Map<String, byte[]> own;
    private final String ownPath;

    private Assets(Map<String, Asset> byPath, Map<String, byte[]> own, String ownPath) {
        this.byPath = Map.copyOf(byPath);
        this.own = own;
        this.ownPath = ownPath;
    }

    /// Reads them all from the class path.
    static Assets read() {
        var own = new TreeMap<>(Bundled.folder("web/", SHELL));
        // One hash over all of them: the modules import each other by relative paths.
        String ownPath = "homekeep/" + Digests.hex(own.values().toArray(byte[][]::new)) + "/";
        var byPath = new HashMap<String, Asset>();
        own.forEach((path, bytes) -> {
            if (!path.equals(SHELL)) {
                byPath.put(ownPath + path, Asset.of(path, bytes));
            }
        });
        for (Library library : Library.all()) {
            Bundled.folder(library.resource(), library.main()).forEach((path, bytes) -> {
                if (path.endsWith(".js")) {
                    byPath.put(library.path() + path, Asset.of(path, bytes));
                }
            });
        }
        return new Assets(byPath, own, ownPath);
    }

    /// @param path below `/assets/`
    Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// One of the page's own files by the name it has in the source tree.
    Asset own(String path) {
        return at(ownPath + path).orElseThrow(() -> new IllegalArgumentException(path));
    }

    /// Where a browser finds one of the page's own files.
    String url(String path) {
        return "/assets/" + ownPath + path;
    }

    /// The shell as it stands in the source tree, its gaps not yet filled.
    byte[] shell() {
        return own.getOrDefault(SHELL, new byte[0]);
    }

    /// The page's own files that end like that, in order.
    List<String> ownEndingIn(String ending) {
        return own.keySet().stream().filter(path -> path.endsWith(ending)).toList();
    }
}
