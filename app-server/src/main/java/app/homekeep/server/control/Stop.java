// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import java.util.concurrent.CountDownLatch;

/// The wish that the server may stop: said once, waited for by whoever runs it. Thread-safe.
public final class Stop {
    private final CountDownLatch wished = new CountDownLatch(1);

    /// Says it; saying it again changes nothing.
    public void ask() {
        wished.countDown();
    }

    public boolean asked() {
        return wished.getCount() == 0;
    }

    /// Waits until it was said.
    public void await() throws InterruptedException {
        wished.await();
    }
}
