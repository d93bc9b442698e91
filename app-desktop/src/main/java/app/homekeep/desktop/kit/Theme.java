// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.platform.Preferences;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Parent;

/// Light or dark, and how large: remembered, and in force in every window at once.
public final class Theme {
    /// Percent of the size that is usual.
    public static final int SMALLEST = 80;
    public static final int LARGEST = 200;
    private static final int STEP = 10;
    private static final int USUAL = 100;
    private static final double FONT_SIZE = 14;
    private static final String SHEET =
            Objects.requireNonNull(Theme.class.getResource("homekeep.css")).toExternalForm();
    private static final String LOOK_KEY = "look";
    private static final String ZOOM_KEY = "zoom";

    /// What the owner chose.
    public enum Look {
        /// As the system says.
        AUTO,
        LIGHT,
        DARK
    }

    private final Preferences preferences;
    private final ObservableValue<ColorScheme> system;
    private final ReadOnlyObjectWrapper<Look> look;
    private final ReadOnlyIntegerWrapper zoom;

    /// @param system what the desktop prefers
    public Theme(Preferences preferences, ObservableValue<ColorScheme> system) {
        this.preferences = preferences;
        this.system = system;
        look = new ReadOnlyObjectWrapper<>(
                preferences.get(LOOK_KEY).map(Theme::lookOf).orElse(Look.AUTO));
        zoom = new ReadOnlyIntegerWrapper(
                preferences.get(ZOOM_KEY).map(Theme::zoomOf).orElse(USUAL));
        system.addListener((_, _, _) -> apply());
        apply();
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    public void choose(Look chosen) {
        look.set(chosen);
        preferences.put(LOOK_KEY, chosen.name().toLowerCase(Locale.ROOT));
        apply();
    }

    public void larger() {
        zoomTo(zoom.get() + STEP);
    }

    public void smaller() {
        zoomTo(zoom.get() - STEP);
    }

    public void usual() {
        zoomTo(USUAL);
    }

    /// @param percent brought into bounds
    public void zoomTo(int percent) {
        zoom.set(Math.clamp(percent, SMALLEST, LARGEST));
        preferences.put(ZOOM_KEY, Integer.toString(zoom.get()));
    }

    public boolean dark() {
        return switch (look.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case AUTO -> system.getValue() == ColorScheme.DARK;
        };
    }

    /// Gives the root of a window the panel's own styles and size, from now on.
    public void dress(Parent root) {
        root.getStylesheets().add(SHEET);
        resize(root);
        zoom.addListener(new WeakChangeListener<>(held(root)));
    }

    // The window holds its listener, so that a closed one is forgotten.
    private ChangeListener<Number> held(Parent root) {
        ChangeListener<Number> listener = (_, _, _) -> resize(root);
        root.getProperties().put(Theme.class, listener);
        return listener;
    }

    private void resize(Parent root) {
        root.setStyle("-fx-font-size: " + FONT_SIZE * zoom.get() / USUAL + "px;");
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static Look lookOf(String remembered) {
        return Arrays.stream(Look.values())
                .filter(look -> look.name().equalsIgnoreCase(remembered))
                .findFirst()
                .orElse(Look.AUTO);
    }

    private static int zoomOf(String remembered) {
        try {
            return Math.clamp(Integer.parseInt(remembered), SMALLEST, LARGEST);
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }
}
