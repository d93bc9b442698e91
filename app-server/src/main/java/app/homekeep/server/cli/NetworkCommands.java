// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.NetworkAnswer;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "network", description = "The networks this computer is or was on, and which of them are home.")
final class NetworkCommands {
    private static final JsonType<Page<KnownNetwork>> NETWORKS = Wire.page(KnownNetwork.class);
    private static final JsonType<NetworkAnswer> ANSWER = Wire.type(NetworkAnswer.class);

    private final Terminal terminal;

    NetworkCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List them, those of now first.")
    void list(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Page<KnownNetwork> networks = client.get(new Query(Routes.CONTROL_NETWORKS), NETWORKS);
            if (json) {
                terminal.out().println(NETWORKS.toJson(networks));
                return;
            }
            var table = new Table("ID", "ADDRESSES", "ROUTER", "", "", "LAST SEEN");
            for (KnownNetwork network : networks.items()) {
                table.row(
                        network.id(),
                        network.prefix(),
                        network.gateway(),
                        network.standing().wire(),
                        network.here() ? "here" : "",
                        network.lastSeenAt());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "home", description = "The LAN door opens to it.")
    void home(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id) throws IOException {
        answer(data, id, true);
    }

    @Command(name = "away", description = "The LAN door stays closed to it.")
    void away(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id) throws IOException {
        answer(data, id, false);
    }

    @Command(name = "forget", description = "Forget one that this computer is not on.")
    void forget(@Mixin DataOption data, @Parameters(paramLabel = "ID") String id) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(Query.of(Routes.CONTROL_NETWORK, id));
        }
    }

    private static void answer(DataOption data, String id, boolean home) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.patch(Query.of(Routes.CONTROL_NETWORK, id), ANSWER.toJson(new NetworkAnswer(home)));
        }
    }
}
