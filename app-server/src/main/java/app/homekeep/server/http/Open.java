// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The register of what is open. Made before the web server, because those who end sessions hold it too. Thread-safe.
public final class Open implements OpenExchanges {
    private final Map<String, Set<Cuttable>> bySession = new ConcurrentHashMap<>();
    private final Set<Cuttable> events = ConcurrentHashMap.newKeySet();
    private final AtomicInteger transfers = new AtomicInteger();
    private final Runnable transfersChanged;

    /// @param transfersChanged called when an upload or download begins or ends; must not block
    public Open(Runnable transfersChanged) {
        this.transfersChanged = transfersChanged;
    }

    /// Something that can be ended from outside, on any thread, more than once.
    interface Cuttable {
        void cut(String event, String json);
    }

    /// Ends a registration; more than once does no harm.
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    Registration transfer(String session, Cuttable transfer) {
        // In this order: whoever counts it can cut it.
        add(session, transfer);
        transfers.incrementAndGet();
        transfersChanged.run();
        return once(() -> {
            remove(session, transfer);
            transfers.decrementAndGet();
            transfersChanged.run();
        });
    }

    Registration events(String session, Cuttable stream) {
        events.add(stream);
        add(session, stream);
        return once(() -> {
            remove(session, stream);
            events.remove(stream);
        });
    }

    /// Ends every event stream.
    void endEvents() {
        events.forEach(stream -> stream.cut("", ""));
    }

    @Override
    public void cut(String sessionId, String event, String json) {
        bySession.getOrDefault(sessionId, Set.of()).forEach(each -> each.cut(event, json));
    }

    @Override
    public Set<String> open() {
        return Set.copyOf(bySession.keySet());
    }

    @Override
    public int transfers() {
        return transfers.get();
    }

    private void add(String session, Cuttable each) {
        bySession.compute(session, (id, open) -> {
            Set<Cuttable> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(each);
            return all;
        });
    }

    private void remove(String session, Cuttable each) {
        bySession.computeIfPresent(session, (id, open) -> {
            open.remove(each);
            return open.isEmpty() ? null : open;
        });
    }

    private static Registration once(Runnable end) {
        var ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                end.run();
            }
        };
    }
}
