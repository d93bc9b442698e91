// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.platform;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;

/// Where a thread keeps the computer awake: `SetThreadExecutionState` of kernel32, which holds for the thread that
/// called it and ends with it.
final class WindowsSleep implements Sleep {
    private static final int CONTINUOUS = 0x80000000;
    private static final int SYSTEM_REQUIRED = 0x00000001;

    @Override
    public Hold hold() throws IOException {
        MethodHandle state = function();
        var over = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name("awake").start(() -> stay(state, over));
        return new Hold() {
            @Override
            public boolean held() {
                return thread.isAlive();
            }

            @Override
            public void close() {
                over.countDown();
            }
        };
    }

    private static void stay(MethodHandle state, CountDownLatch over) {
        try {
            int before = (int) state.invokeExact(CONTINUOUS | SYSTEM_REQUIRED);
            if (before != 0) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            throw new IllegalStateException("kernel32 takes one number and gives one", e);
        }
    }

    /// The linker is called restricted, since a wrong signature would end the process: this one has one number each
    /// way.
    @SuppressWarnings("restricted")
    private static MethodHandle function() throws IOException {
        try {
            SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
            return Linker.nativeLinker()
                    .downcallHandle(
                            kernel.findOrThrow("SetThreadExecutionState"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IOException("this Windows has no SetThreadExecutionState", e);
        }
    }
}
