// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// A JavaScript library that the page imports, packed as a jar by mvnpm. Its version is the one the build resolved.
enum Library {
    LIT("lit", "lit", "index.js", "org.mvnpm/lit"),
    LIT_ELEMENT("lit-element", "lit-element", "lit-element.js", "org.mvnpm/lit-element"),
    LIT_HTML("lit-html", "lit-html", "lit-html.js", "org.mvnpm/lit-html"),
    REACTIVE_ELEMENT(
            "@lit/reactive-element", "reactive-element", "reactive-element.js", "org.mvnpm.at.lit/reactive-element");

    private final String imports;
    private final String folder;
    private final String main;
    private final String version;

    Library(String imports, String folder, String main, String artifact) {
        this.imports = imports;
        this.folder = folder;
        this.main = main;
        this.version = version(artifact);
    }

    static List<Library> all() {
        return List.of(values());
    }

    /// What the page's modules call it.
    String imports() {
        return imports;
    }

    /// Such as `lit/3.3.3/`: below `/assets/` with us, below the jar's static folder in the jar.
    String path() {
        return folder + "/" + version + "/";
    }

    /// Its first file.
    String main() {
        return main;
    }

    /// Where the jar holds it.
    String resource() {
        return "META-INF/resources/_static/" + path();
    }

    private static String version(String artifact) {
        var properties = new Properties();
        String path = "META-INF/maven/" + artifact + "/pom.properties";
        try (InputStream in = Library.class.getClassLoader().getResourceAsStream(path)) {
            properties.load(Objects.requireNonNull(in, () -> path + " is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
