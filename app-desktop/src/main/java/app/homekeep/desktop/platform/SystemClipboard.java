// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import javafx.scene.input.ClipboardContent;

/// The desktop's clipboard. For the FX thread only.
public final class SystemClipboard implements Clipboard {
    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
    }
}
