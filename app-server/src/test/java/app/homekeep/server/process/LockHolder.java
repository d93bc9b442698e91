// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import java.io.IOException;
import java.nio.file.Path;

/// The other process of [DataLockTest].
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try {
            DataLock lock = DataLock.take(Path.of(arguments[0]));
            System.out.println("taken");
            System.in.readAllBytes();
            lock.close();
        } catch (StartRefused refused) {
            System.out.println(refused.code());
        }
    }
}
