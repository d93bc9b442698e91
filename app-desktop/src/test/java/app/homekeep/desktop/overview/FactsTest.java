// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.kit.AddressCard;
import app.homekeep.model.control.ServerStatus.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void a_phone_begins_at_the_welcome_door_by_its_number() {
        var name = new Address("lan", "https://homekeep-a.local:8443", "name");
        var welcome = new Address("welcome", "http://192.168.1.20:8081", "address");

        assertThat(AddressCard.forPhones(List.of(name, welcome))).contains(welcome);
        assertThat(AddressCard.forPhones(List.of(name))).contains(name);
        assertThat(AddressCard.forPhones(List.of(new Address("local", "http://localhost:8080", "name"))))
                .isEmpty();
    }

    @Test
    void the_chart_has_round_numbers() {
        assertThat(TrafficChart.step(2_500)).isEqualTo(5_000);
        assertThat(TrafficChart.step(170)).isEqualTo(200);
        assertThat(TrafficChart.step(1_000)).isEqualTo(1_000);
        assertThat(TrafficChart.step(7_000)).isEqualTo(10_000);
    }
}
