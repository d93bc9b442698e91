// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed into a line of a form, and what is wrong with it: said when it is checked, forgotten when it changes.
/// FX thread only.
public final class Field {
    public final StringProperty value = new SimpleStringProperty("");
    public final StringProperty problem = new SimpleStringProperty("");

    public Field() {
        value.addListener((_, _, _) -> problem.set(""));
    }

    /// Without the spaces around it.
    public String words() {
        return value.get().strip();
    }

    /// @param wrong what is wrong; empty when nothing is
    /// @return whether nothing is
    public boolean check(String wrong) {
        problem.set(wrong);
        return wrong.isEmpty();
    }
}
