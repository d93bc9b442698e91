// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// What the log is filtered by: each part a chip that can be taken away.
final class FilterBar {
    private final Text text;
    private final EventWords words;
    private final AuditViewModel model;
    private final Dialogs dialogs;
    private final FlowPane pane = new FlowPane(8, 8);
    private final TextField search = new TextField();
    private final MenuButton add;

    FilterBar(Text text, EventWords words, AuditViewModel model, Dialogs dialogs) {
        this.text = text;
        this.words = words;
        this.model = model;
        this.dialogs = dialogs;
        search.setId("audit-search");
        search.setPromptText(text.get("audit.search"));
        search.setAccessibleText(text.get("audit.search"));
        search.setPrefColumnCount(18);
        search.setOnAction(_ -> {
            String wanted = search.getText().strip();
            model.filterBy(FilterPart.TEXT, wanted.isEmpty() ? Optional.empty() : Optional.of(wanted));
        });
        add = menu();
        pane.setAlignment(Pos.CENTER_LEFT);
        model.filter().addListener((_, _, _) -> show());
        show();
    }

    Node node() {
        return pane;
    }

    private void show() {
        pane.getChildren().setAll(search, add);
        search.setText(model.filteredBy(FilterPart.TEXT).orElse(""));
        boolean any = false;
        for (FilterPart part : FilterPart.values()) {
            Optional<String> value = model.filteredBy(part);
            if (value.isPresent()) {
                any = true;
                pane.getChildren().add(chip(part, words.chip(part, value.get())));
            }
        }
        if (any) {
            Button clear =
                    Buttons.plain("filter-clear", text.get("audit.filter.clear"), Icons.CLOSE, model::clearFilter);
            clear.getStyleClass().add("flat");
            pane.getChildren().add(clear);
        }
    }

    private Node chip(FilterPart part, String shown) {
        Button remove = Buttons.icon(
                "chip-" + part.id() + "-remove",
                text.get("audit.filter.remove", shown),
                Icons.CLOSE,
                () -> model.filterBy(part, Optional.empty()));
        var chip = new HBox(4, Labels.plain(shown), remove);
        chip.setId("chip-" + part.id());
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private MenuButton menu() {
        var menu = new MenuButton(text.get("audit.filter"), Icons.FILTER.node());
        menu.setId("filter");
        menu.getItems().add(choices(FilterPart.EVENT, EventWords.COMMON));
        menu.getItems().add(choices(FilterPart.OUTCOME, EventWords.OUTCOMES));
        menu.getItems().add(new SeparatorMenuItem());
        for (FilterPart part : List.of(FilterPart.ACTOR, FilterPart.ADDRESS, FilterPart.FROM, FilterPart.TO)) {
            var item = new MenuItem(text.get("audit.filter.ask", words.part(part)));
            item.setOnAction(_ -> ask(part));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu choices(FilterPart part, List<String> values) {
        var menu = new Menu(words.part(part));
        for (String value : values) {
            var item = new MenuItem(part == FilterPart.EVENT ? words.event(value) : words.outcome(value));
            item.setOnAction(_ -> model.filterBy(part, Optional.of(value)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void ask(FilterPart part) {
        var value = new SimpleStringProperty(model.filteredBy(part).orElse(""));
        var problem = new SimpleStringProperty("");
        var form = new Form();
        String label = words.part(part);
        if (part.isDay()) {
            var picker = new DatePicker(value.get().isEmpty() ? null : LocalDate.parse(value.get()));
            picker.valueProperty().addListener((_, _, day) -> value.set(day == null ? "" : day.toString()));
            form.row("filter-value", label, "", picker, picker, problem);
        } else {
            form.text("filter-value", label, "", value, problem);
        }
        dialogs.form(
                text.get("audit.filter.title", label),
                form,
                new Dialogs.Choice("filter-apply", text.get("audit.filter.apply"), false, () -> {
                    if (part.accepts(value.get())) {
                        model.filterBy(part, Optional.of(value.get()));
                    }
                }));
    }
}
