// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A folder's name for a person's name.
final class FolderName {
    /// Leaves room for a number behind it.
    private static final int BYTES = 200;

    private FolderName() {}

    /// The same name where it is a good one; what a disk can't hold is left out.
    static String of(String username) {
        var name = new StringBuilder();
        int bytes = 0;
        for (int point :
                Normalizer.normalize(username, Normalizer.Form.NFC).codePoints().toArray()) {
            String letter = Character.toString(point);
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES) {
                break;
            }
            name.append(Character.isLetterOrDigit(point) || "._-".contains(letter) ? letter : "_");
        }
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
        }
        String text = name.toString();
        return SpaceName.whyNot(text).isEmpty() && !text.startsWith(".") ? text : "user-" + text;
    }
}
