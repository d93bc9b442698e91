// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page draws the QR code of a link by itself; a library that shares no line with it draws the same.
class QrPictureTest extends BrowserTest {
    private static final String DRAW = """
            async ([text, mask]) => {
              const own = document.querySelector('link[href*="/kit/kit.css"]').href.replace('/kit/kit.css', '');
              const { qrMatrix } = await import(`${own}/manage/qr-matrix.js`);
              const { size, dark } = qrMatrix(new TextEncoder().encode(text), mask);
              return Array.from({ length: size * size }, (_, i) => (dark(i % size, Math.floor(i / size)) ? '#' : '.')).join('');
            }""";

    @ParameterizedTest
    @CsvSource({"1, 0", "14, 1", "15, 2", "84, 3", "85, 4", "122, 5", "180, 6", "181, 7", "213, 3"})
    void every_module_is_where_the_standard_wants_it(int bytes, int mask) {
        Page page = visitor().open("/").page();
        String text = "https://homekeep.local:8443/invite#".repeat(7).substring(0, bytes);

        Object drawn = page.evaluate(DRAW, List.of(text, mask));

        assertThat(drawn).isEqualTo(expected(text, mask));
    }

    private static String expected(String text, int mask) {
        QrSegment segment = QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8));
        QrCode code = QrCode.encodeSegments(List.of(segment), QrCode.Ecc.MEDIUM, 1, 40, mask, false);
        var modules = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                modules.append(code.getModule(x, y) ? '#' : '.');
            }
        }
        return modules.toString();
    }
}
