// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/// One stream of server-sent events (HTML Living Standard, section 9.2). Undertow's own queues without bound and lets
/// an event's text break out of its frame.
///
/// ```
///   any thread   send ─▶ queue ─┐ (256 at most, else the reader is cut)
///   I/O thread                  └─▶ drain ─▶ channel ─▶ … heartbeat every 15 s
///
///   OPEN ── close() ──▶ ENDING ── queue drained ──▶ ENDED
///     └───── reader gone, too far behind ─────────────▲
/// ```
final class SseStream implements EventStream, Open.Cuttable {
    private static final Logger LOG = LoggerFactory.getLogger(SseStream.class);
    private static final byte[] HELLO = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    /// What a reader gets to take the last events.
    private static final long FAREWELL_MILLIS = 500;

    private final Talk talk;
    private final StreamSinkChannel channel;
    private final HttpLimits limits;
    private final Object lock = new Object();
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private final List<Runnable> onClose = new ArrayList<>();
    private State state = State.OPEN;
    private boolean drainAsked;

    // Only on the I/O thread.
    private ByteBuffer current = ByteBuffer.allocate(0);
    private XnioExecutor.@Nullable Key heartbeat;

    private enum State {
        OPEN,
        ENDING,
        ENDED
    }

    SseStream(Talk talk, StreamSinkChannel channel, HttpLimits limits) {
        this.talk = talk;
        this.channel = channel;
        this.limits = limits;
    }

    /// On the I/O thread.
    void open() {
        channel.getWriteSetter().set(writable -> drain());
        channel.getCloseSetter().set(closed -> ended());
        enqueue(HELLO);
        beatLater();
    }

    @Override
    public void send(String event, String json) {
        enqueue(frame(event, json));
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (state != State.OPEN) {
                return;
            }
            state = State.ENDING;
        }
        askDrain();
        // A reader that takes nothing must not keep the stream open.
        talk.exchange().getIoThread().executeAfter(this::breakOff, FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (lock) {
            if (state != State.ENDED) {
                onClose.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void cut(String event, String json) {
        if (!event.isEmpty()) {
            send(event, json);
        }
        close();
    }

    /// Line breaks of any kind must not end a frame's line: JSON has them only between its parts, where a blank does.
    private static byte[] frame(String event, String json) {
        if (event.isEmpty() || !event.chars().allMatch(c -> c == '_' || (c < 0x7f && Character.isLetterOrDigit(c)))) {
            throw new IllegalArgumentException("not an event's name");
        }
        String data = json.replace('\r', ' ').replace('\n', ' ');
        return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private void enqueue(byte[] frame) {
        boolean behind;
        synchronized (lock) {
            if (state != State.OPEN) {
                return;
            }
            behind = queue.size() >= limits.queuedEvents();
            if (!behind) {
                queue.add(frame);
            }
        }
        if (behind) {
            LOG.debug("Request {} reads its events too slowly", talk.request().id());
            talk.exchange().getIoThread().execute(this::breakOff);
        } else {
            askDrain();
        }
    }

    private void askDrain() {
        synchronized (lock) {
            if (drainAsked || state == State.ENDED) {
                return;
            }
            drainAsked = true;
        }
        talk.exchange().getIoThread().execute(this::drain);
    }

    /// On the I/O thread.
    private void drain() {
        synchronized (lock) {
            drainAsked = false;
            if (state == State.ENDED) {
                return;
            }
        }
        try {
            while (current.hasRemaining() || next()) {
                if (channel.write(current) == 0) {
                    channel.resumeWrites();
                    return;
                }
            }
            if (allSaid()) {
                channel.shutdownWrites();
            }
            if (channel.flush()) {
                channel.suspendWrites();
                if (allSaid()) {
                    ended();
                    talk.exchange().endExchange();
                }
            } else {
                channel.resumeWrites();
            }
        } catch (IOException gone) {
            breakOff();
        }
    }

    private boolean next() {
        synchronized (lock) {
            byte[] frame = queue.poll();
            if (frame == null) {
                return false;
            }
            current = ByteBuffer.wrap(frame);
            return true;
        }
    }

    /// Both at once: what was queued just before the ending must not be left unsaid.
    private boolean allSaid() {
        synchronized (lock) {
            return state == State.ENDING && queue.isEmpty();
        }
    }

    private void beatLater() {
        heartbeat = talk.exchange()
                .getIoThread()
                .executeAfter(
                        () -> {
                            enqueue(HEARTBEAT);
                            beatLater();
                        },
                        limits.heartbeat().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// On the I/O thread.
    private void breakOff() {
        if (ended()) {
            talk.abort();
        }
    }

    /// @return whether it hadn't ended before
    private boolean ended() {
        List<Runnable> actions;
        synchronized (lock) {
            if (state == State.ENDED) {
                return false;
            }
            state = State.ENDED;
            queue.clear();
            actions = List.copyOf(onClose);
            onClose.clear();
        }
        if (heartbeat != null) {
            heartbeat.remove();
        }
        actions.forEach(Runnable::run);
        return true;
    }
}
