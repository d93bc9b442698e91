// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/// Where a command keeps the computer awake as long as it runs.
///
/// @param command ends when its input does, or with this process
record CommandSleep(List<String> command) implements Sleep {
    @Override
    public Hold hold() throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new Hold() {
            @Override
            public boolean held() {
                return process.isAlive();
            }

            @Override
            public void close() {
                process.destroy();
            }
        };
    }
}
