// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.concurrent.atomic.LongAdder;

/// Counts what goes through the doors that browsers use. Thread-safe.
final class Traffic {
    private final LongAdder requests = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();

    void request() {
        requests.increment();
    }

    void received(long bytes) {
        received.add(bytes);
    }

    void sent(long bytes) {
        sent.add(bytes);
    }

    TrafficCounted counted() {
        return new TrafficCounted(requests.sum(), received.sum(), sent.sum());
    }
}
