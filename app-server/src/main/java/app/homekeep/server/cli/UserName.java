// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.User;
import java.io.IOException;
import picocli.CommandLine.Parameters;

/// The account that a command is about, by its username.
final class UserName {
    @Parameters(index = "0", paramLabel = "NAME", description = "What one signs in with.")
    private String name = "";

    String text() {
        return name;
    }

    /// @throws Refusal `not_found` when there is no such account
    String id(ControlClient client) throws IOException {
        Page<User> found = client.get(new Query(Routes.USERS).with("name", name), Wire.page(User.class));
        return found.items().stream()
                .map(User::id)
                .findFirst()
                .orElseThrow(() -> new Refusal("not_found", "There is no account of that name: " + name));
    }
}
