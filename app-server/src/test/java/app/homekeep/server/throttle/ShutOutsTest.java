// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.block.NewBlock;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.problem.Refused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DC-03")
class ShutOutsTest {
    private GuardFixture fixture;
    private ShutOuts shutOuts;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new GuardFixture(folder);
        shutOuts = shutOuts();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.7, 192.168.1.7", "FD00:0:0::0007, fd00::7", "::ffff:192.168.1.7, 192.168.1.7"})
    void who_is_shut_out_gets_no_further_however_the_address_was_written(String written, String address) {
        add(written, null);

        Refused refused = catchThrowableOfType(Refused.class, () -> shutOuts.admit(address));

        assertThat(refused.code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThatCode(() -> shutOuts.admit("192.168.1.8")).doesNotThrowAnyException();
    }

    @Test
    void its_time_ends_by_itself_and_its_row_goes() {
        add("192.168.1.7", 1);

        fixture.clock.advance(Duration.ofHours(1).plusSeconds(1));

        shutOuts.admit("192.168.1.7");
        assertThat(shutOuts.forgetOld()).isEqualTo(1);
        assertThat(fixture.number("SELECT count(*) FROM shut_out")).isZero();
    }

    @Test
    void a_restart_keeps_it() {
        add("192.168.1.7", null);

        fixture.reopen();
        shutOuts = shutOuts();

        assertThat(catchThrowableOfType(Refused.class, () -> shutOuts.admit("192.168.1.7")))
                .isNotNull();
    }

    @Test
    void a_change_that_could_not_be_written_shuts_nobody_out() {
        fixture.execute("DROP TABLE shut_out");

        assertThat(catchThrowableOfType(RuntimeException.class, () -> add("192.168.1.7", null)))
                .isNotNull();

        shutOuts.admit("192.168.1.7");
        assertThat(fixture.audited(AuditKind.ADDRESS_BLOCK)).isZero();
    }

    private void add(String address, @Nullable Integer hours) {
        shutOuts.add(new NewBlock(address, hours), GuardFixture.entry(AuditKind.ADDRESS_BLOCK));
    }

    private ShutOuts shutOuts() {
        return ShutOuts.open(fixture.database, fixture.audit, fixture.hub, fixture.ids, fixture.clock);
    }
}
