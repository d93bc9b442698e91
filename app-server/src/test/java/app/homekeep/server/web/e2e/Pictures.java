// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures that are made here, so that none must lie in the repository.
final class Pictures {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private Pictures() {}

    /// A sky over a sea, as PNG.
    static byte[] photo() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean sky = y < HEIGHT * 3 / 5;
                int light = 90 + y * 120 / HEIGHT + (x * 31 + y * 17) % 7;
                image.setRGB(x, y, sky ? rgb(light + 30, light, 140 - y / 6) : rgb(20, light / 2 + 30, light - 40));
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int rgb(int red, int green, int blue) {
        return Math.clamp(red, 0, 255) << 16 | Math.clamp(green, 0, 255) << 8 | Math.clamp(blue, 0, 255);
    }
}
