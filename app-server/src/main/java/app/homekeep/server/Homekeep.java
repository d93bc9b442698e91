// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.network.Surroundings;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import java.security.SecureRandom;
import java.time.Clock;

/// The program: makes new homes and starts servers. What they are made of is put together by hand in [Foundation]
/// (everything that needs no door) and [House] (the doors, and what is behind them).
public final class Homekeep implements Program {
    private final Clock clock;
    private final SecureRandom random;
    private final Surroundings surroundings;

    public Homekeep() {
        this(Clock.systemUTC(), new SecureRandom(), Surroundings.ofThisSystem());
    }

    Homekeep(Clock clock, SecureRandom random, Surroundings surroundings) {
        this.clock = clock;
        this.random = random;
        this.surroundings = surroundings;
    }

    @Override
    public Running start(ServeOptions options) {
        return House.open(options, clock, random, surroundings);
    }

    @Override
    public void create(NewHome home) {
        new FirstRun(clock, random).create(home);
    }
}
