// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A QR code: black on white in every theme and with the quiet zone that scanners need, each module a whole number of
/// pixels.
public final class QrView extends ImageView {
    private static final int QUIET = 4;
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;

    private final int atMost;

    /// @param atMost    pixels of a side
    /// @param whatItIs  for a screen reader
    public QrView(String content, int atMost, String whatItIs) {
        this.atMost = atMost;
        setSmooth(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(whatItIs);
        show(content);
    }

    /// Shows another text.
    public void show(String content) {
        setImage(draw(QrCode.encodeText(content, QrCode.Ecc.MEDIUM), atMost));
    }

    private static WritableImage draw(QrCode code, int atMost) {
        int modules = code.size + 2 * QUIET;
        int scale = Math.max(1, atMost / modules);
        int side = modules * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                // Outside of the code getModule says false: that is the quiet zone.
                boolean dark = code.getModule(x / scale - QUIET, y / scale - QUIET);
                pixels[y * side + x] = dark ? BLACK : WHITE;
            }
        }
        var image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        return image;
    }
}
