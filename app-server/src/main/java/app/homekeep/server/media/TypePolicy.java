// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.media;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What may be kept here, and what a browser may be shown. The lists are all in this class.
///
/// Programs and scripts are refused by their bytes whatever they are called, and by the names on which a double
/// click runs them. Text is fine, source code in text included, unless its name or its first line makes it run.
public final class TypePolicy {
    /// What runs, by the bytes.
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-coredump",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/x-ms-installer",
            "application/x-ms-shortcut",
            "application/java-vm",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/vnd.android.dex",
            "application/x-sh",
            "application/x-bat",
            "application/x-msdos-program",
            "application/wasm",
            "text/x-python",
            "text/x-perl",
            "text/x-ruby",
            "text/x-php",
            "text/x-vbscript");

    /// What a double click runs, by the end of the name.
    private static final Set<String> RUNS = Set.of(
            "apk",
            "app",
            "appimage",
            "appx",
            "bash",
            "bat",
            "cmd",
            "com",
            "command",
            "cpl",
            "desktop",
            "dll",
            "exe",
            "gadget",
            "hta",
            "inf",
            "jar",
            "jnlp",
            "js",
            "jse",
            "lnk",
            "mjs",
            "msc",
            "msi",
            "msix",
            "msp",
            "mst",
            "php",
            "phtml",
            "pif",
            "ps1",
            "psm1",
            "reg",
            "run",
            "scf",
            "scr",
            "sct",
            "sh",
            "shb",
            "sys",
            "url",
            "vb",
            "vbe",
            "vbs",
            "ws",
            "wsc",
            "wsf",
            "wsh",
            "xll",
            "zsh");

    /// What a browser runs as a page.
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "message/rfc822", "multipart/related");

    /// What a browser may show in its place: formats that can't hold a script of ours, or show it only as text.
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/heic",
            "image/heif",
            "image/bmp",
            "image/tiff",
            "image/vnd.microsoft.icon",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/flac",
            "audio/x-flac",
            "audio/vnd.wave",
            "audio/x-wav",
            "audio/aac",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime",
            "video/x-m4v",
            "application/mp4",
            "application/pdf",
            "text/plain");

    /// @param head  the first bytes
    /// @param type  what they are, by [MediaTypes]
    /// @param named what the name says they are
    /// @return why it may not be kept, as a sentence; empty when it may
    public Optional<String> whyNot(byte[] head, String type, String named, String name) {
        if (PROGRAMS.contains(type) || startsAsScript(head)) {
            return Optional.of("Programs and scripts can't be kept here.");
        }
        if (RUNS.contains(ending(name))) {
            return Optional.of("Files with the ending ." + ending(name) + " can't be kept here: they may run.");
        }
        if (PAGES.contains(type) && claimsMedia(named)) {
            return Optional.of("This is a web page with the name of something else.");
        }
        return Optional.empty();
    }

    /// Whether a browser may show it in its place. Everything else is handed over as an attachment, in a sandbox.
    public boolean shown(String type) {
        return SHOWN.contains(type);
    }

    /// Every media type that a browser may be shown; what is of another type is handed out for saving.
    public Set<String> shownTypes() {
        return SHOWN;
    }

    /// `#!` (also behind a byte order mark) makes any text a program on Unix.
    private static boolean startsAsScript(byte[] head) {
        int from = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF
                ? 3
                : 0;
        return head.length > from + 1 && head[from] == '#' && head[from + 1] == '!';
    }

    private static boolean claimsMedia(String named) {
        return !PAGES.contains(named)
                && (named.startsWith("image/")
                        || named.startsWith("audio/")
                        || named.startsWith("video/")
                        || named.equals("application/pdf"));
    }

    private static String ending(String name) {
        String plain = name.strip();
        return plain.lastIndexOf('.') < 0
                ? ""
                : plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
