// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
    @ParameterizedTest
    @EnumSource
    void every_value_has_its_place_in_the_sentence(Diagnosis diagnosis) {
        Object[] values = Collections.nCopies(diagnosis.places(), "a $1 value").toArray();

        Finding finding = diagnosis.of(DoctorPart.LAN_DOOR, values);

        assertThat(finding.values()).hasSize(diagnosis.places());
        assertThat(finding.sentence()).doesNotContain("{", "}").endsWith(".");
        assertThat(finding.code()).isEqualTo(diagnosis.code()).matches("[a-z_]+");
    }

    @Test
    void a_value_too_few_or_too_many_is_refused() {
        assertThatThrownBy(() -> Diagnosis.DISK_LOW.of(DoctorPart.DISK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Diagnosis.DOOR_CLOSED_SETTING.of(DoctorPart.LAN_DOOR, 8443))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_sentence_names_its_values_in_their_order() {
        assertThat(Diagnosis.PORT_TAKEN.of(DoctorPart.LAN_DOOR, 8443, "--lan-port"))
                .isEqualTo(new Finding(
                        "lan_door",
                        Finding.State.WRONG,
                        "port_taken",
                        List.of("8443", "--lan-port"),
                        "Another program has port 8443: stop that one, or serve with --lan-port and another."));
    }
}
