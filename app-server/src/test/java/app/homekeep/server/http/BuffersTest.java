// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a worker thread takes and an I/O thread gives back is used again: else downloads eat all memory.
class BuffersTest {
    private static final int AT_ONCE = 64;

    @Test
    void buffers_that_another_thread_gives_back_are_used_again() throws Exception {
        assertThat(differentBuffers(Buffers.plain(16 * 1024))).isLessThan(2 * AT_ONCE);
    }

    @Test
    void so_are_those_for_tls() throws Exception {
        assertThat(differentBuffers(Buffers.records())).isLessThan(2 * AT_ONCE);
    }

    /// How many different pieces of memory a hundred rounds take.
    private static int differentBuffers(ByteBufferPool pool) throws InterruptedException, ExecutionException {
        Set<Integer> seen = new HashSet<>();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            for (int round = 0; round < 100; round++) {
                List<PooledByteBuffer> taken =
                        Stream.generate(pool::allocate).limit(AT_ONCE).toList();
                taken.forEach(buffer -> seen.add(System.identityHashCode(buffer.getBuffer())));
                other.submit(() -> taken.forEach(PooledByteBuffer::close)).get();
            }
        }
        return seen.size();
    }
}
