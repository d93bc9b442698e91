// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameMessageTest {
    private static final String NAME = "homekeep-abc123.local";
    /// As a responder sends it: `homekeep-abc123.local A 192.0.2.2`.
    private static final byte[] ANSWER = HexFormat.of()
            .parseHex("0000840000000001000000000f686f6d656b6565702d616263313233056c6f63616c00"
                    + "0001000100000e100004c0000202");

    @Test
    void an_answer_tells_the_addresses_of_the_name_that_was_asked_for() {
        assertThat(NameMessage.addresses(ANSWER, ANSWER.length, NAME))
                .containsExactly(InetAddress.ofLiteral("192.0.2.2"));
        assertThat(NameMessage.addresses(ANSWER, ANSWER.length, "HOMEKEEP-ABC123.local"))
                .hasSize(1);
        assertThat(NameMessage.addresses(ANSWER, ANSWER.length, "homekeep-other1.local"))
                .isEmpty();
    }

    @Test
    void a_name_may_lead_to_one_further_up() {
        byte[] question = NameMessage.question(NAME);
        question[2] = (byte) 0x84;
        question[7] = 1;
        byte[] record = HexFormat.of().parseHex("c00c001c00010000003c0010fd000000000000000000000000000002");
        byte[] both = Arrays.copyOf(question, question.length + record.length);
        System.arraycopy(record, 0, both, question.length, record.length);

        assertThat(NameMessage.addresses(both, both.length, NAME)).containsExactly(InetAddress.ofLiteral("fd00::2"));
    }

    @Test
    void a_question_and_a_farewell_tell_nothing() {
        byte[] question = NameMessage.question(NAME);
        byte[] farewell = ANSWER.clone();
        Arrays.fill(farewell, farewell.length - 10, farewell.length - 6, (byte) 0);

        assertThat(NameMessage.addresses(question, question.length, NAME)).isEmpty();
        assertThat(NameMessage.addresses(farewell, farewell.length, NAME)).isEmpty();
    }

    @Test
    void what_anybody_on_the_network_may_send_does_no_harm() {
        byte[] circle = HexFormat.of().parseHex("000084000000000100000000c00c000100010000003c0004c0000202");
        assertThat(NameMessage.addresses(circle, circle.length, NAME)).isEmpty();

        var random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = Arrays.copyOf(ANSWER, random.nextInt(ANSWER.length + 20));
            for (int change = random.nextInt(6); change > 0 && message.length > 0; change--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            assertThat(NameMessage.addresses(message, message.length, NAME)).isNotNull();
        }
    }

    @Test
    void what_the_owner_calls_the_server_becomes_one_label() {
        assertThat(Broadcast.instance("Olga's home v2.0")).isEqualTo("Olga's home v2 0");
        assertThat(Broadcast.instance("ü".repeat(60)).getBytes(StandardCharsets.UTF_8))
                .hasSize(62);
    }
}
