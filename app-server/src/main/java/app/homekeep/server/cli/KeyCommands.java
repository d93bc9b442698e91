// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.SigningKey;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "key", description = "The keys that sign sign-ins.")
final class KeyCommands {
    private static final JsonType<Page<SigningKey>> KEYS = Wire.page(SigningKey.class);
    private static final JsonType<SigningKey> KEY = Wire.type(SigningKey.class);
    private static final JsonType<KeyRotation> ROTATION = Wire.type(KeyRotation.class);

    private final Terminal terminal;

    KeyCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List the keys that are good now.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<SigningKey> keys = client.list(new Query(Routes.CONTROL_KEYS), KEYS, Integer.MAX_VALUE);
            if (json) {
                terminal.out().println(KEYS.toJson(keys));
                return;
            }
            var table = new Table("ID", "STATE", "CREATED", "GOOD UNTIL");
            for (SigningKey key : keys.items()) {
                table.row(
                        key.id(),
                        key.fixed() ? "fixed by HOMEKEEP_JWT_KEY_FILE" : key.state(),
                        key.createdAt() == null ? "" : key.createdAt(),
                        key.retireAt() == null ? "" : key.retireAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "rotate", description = "Sign with a new key. Browsers stay signed in.")
    void rotate(
            @Mixin DataOption data,
            @Option(
                            names = "--at-once",
                            description = "Let what the old key has signed end now; browsers renew by themselves.")
                    boolean atOnce)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            String body = ROTATION.toJson(new KeyRotation(atOnce));
            SigningKey key = client.post(new Query(Routes.CONTROL_KEYS_ROTATE), body, KEY);
            terminal.out().println("Signing with " + key.id() + " now.");
        }
    }
}
