// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import java.util.stream.Stream;
import javafx.scene.Node;

/// Draws a topic: its name, a sentence about it, and what can be done.
final class TopicCard {
    private TopicCard() {}

    static Card of(Text text, Topic topic, Node... content) {
        var words = Labels.wrapping(Labels.muted(text.get(topic.words())));
        var card = new Card(
                text.get(topic.title()),
                Stream.concat(Stream.of(words), Stream.of(content)).toArray(Node[]::new));
        card.setId(topic.id());
        return card;
    }
}
