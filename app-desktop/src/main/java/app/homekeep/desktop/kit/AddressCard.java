// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus.Address;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How to reach the server: a code for phones, addresses to type or to copy.
public final class AddressCard {
    private static final int CODE = 136;

    private final Text text;
    private final Clipboard clipboard;
    private final Card card;
    private final VBox lines = new VBox(8);
    private final HBox body = new HBox(16, lines);
    private List<Address> shown = List.of();

    public AddressCard(Text text, Clipboard clipboard) {
        this.text = text;
        this.clipboard = clipboard;
        HBox.setHgrow(lines, Priority.ALWAYS);
        card = new Card(text.get("overview.addresses"), body);
    }

    public Node node() {
        return card;
    }

    public void show(List<Address> addresses) {
        if (addresses.equals(shown)) {
            return;
        }
        shown = addresses;
        lines.getChildren().clear();
        for (Address address : addresses) {
            if (!address.door().equals("welcome")) {
                String what = label(address);
                lines.getChildren()
                        .add(new VBox(4, Labels.muted(what), new CopyField(text, clipboard, what, address.url())));
            }
        }
        body.getChildren().setAll(lines);
        Optional<Address> forPhones = forPhones(addresses);
        forPhones.ifPresentOrElse(
                address -> body.getChildren().addFirst(code(address.url())),
                () -> lines.getChildren().add(Labels.wrapping(Labels.muted(text.get("overview.addresses.only_here")))));
    }

    /// A phone begins at the welcome door, which explains the certificate; by address, since not every phone finds
    /// names on the home network.
    public static Optional<Address> forPhones(List<Address> addresses) {
        return addresses.stream()
                .filter(address ->
                        address.door().equals("welcome") && address.form().equals("address"))
                .findFirst()
                .or(() -> addresses.stream()
                        .filter(address -> address.door().equals("lan"))
                        .findFirst());
    }

    private VBox code(String url) {
        var qr = new QrView(url, CODE, text.get("overview.qr", url));
        qr.setId("qr");
        Label words = Labels.wrapping(Labels.muted(text.get("overview.qr.words")));
        words.setMaxWidth(CODE);
        words.setAlignment(Pos.TOP_CENTER);
        words.getStyleClass().add("centred");
        var box = new VBox(4, qr, words);
        box.setAlignment(Pos.TOP_CENTER);
        box.setMinWidth(CODE);
        return box;
    }

    private String label(Address address) {
        return switch (address.door()) {
            case "local" -> text.get("overview.address.local");
            case "lan" -> text.get(address.form().equals("name") ? "overview.address.name" : "overview.address.number");
            default -> address.door();
        };
    }
}
