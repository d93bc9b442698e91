// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.platform;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the computer awake while files are transferred, and no longer. Thread-safe.
///
/// A gap between two transfers lets go only at the next look, so that a phone's five hundred pictures hold once.
public final class KeepAwake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeepAwake.class);

    private final Sleep sleep;
    private final BooleanSupplier wanted;
    private Optional<Sleep.Hold> hold = Optional.empty();
    private boolean idle;
    private boolean refused;

    /// @param wanted whether files are transferred now and the owner wants the computer to stay awake for them
    public KeepAwake(Sleep sleep, BooleanSupplier wanted) {
        this.sleep = sleep;
        this.wanted = wanted;
    }

    /// Holds at once where it is wanted; lets go at the second look that finds nothing to do. Called again and again.
    public synchronized void look() {
        if (wanted.getAsBoolean()) {
            idle = false;
            hold = Optional.of(hold.orElseGet(this::ask));
            tellOfRefusal();
        } else if (idle) {
            letGo();
        } else {
            idle = true;
        }
    }

    @Override
    public synchronized void close() {
        letGo();
    }

    private void letGo() {
        hold.ifPresent(Sleep.Hold::close);
        hold = Optional.empty();
    }

    private Sleep.Hold ask() {
        try {
            return sleep.hold();
        } catch (IOException e) {
            return new Refused();
        }
    }

    /// Once, not every few seconds: a system that can't be asked today can't tomorrow.
    private void tellOfRefusal() {
        if (!refused && hold.filter(Sleep.Hold::held).isEmpty()) {
            LOG.info("This system can't be kept awake while files are transferred");
            refused = true;
        }
    }

    /// What is held where the system could not be asked.
    private record Refused() implements Sleep.Hold {
        @Override
        public boolean held() {
            return false;
        }

        @Override
        public void close() {}
    }
}
