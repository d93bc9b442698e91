// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers where the window stood, and puts it back where it can be seen: screens come and go.
public final class WindowPlacement {
    private static final String KEY = "window";

    private final Preferences preferences;
    private final Supplier<List<Area>> screens;

    /// @param screens the visible part of each screen, the primary first
    public WindowPlacement(Preferences preferences, Supplier<List<Area>> screens) {
        this.preferences = preferences;
        this.screens = screens;
    }

    /// A rectangle in JavaFX's coordinates.
    public record Area(double x, double y, double width, double height) {
        private double shared(Area other) {
            double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return wide > 0 && high > 0 ? wide * high : 0;
        }

        private Area inside(Area screen) {
            double fitWidth = Math.min(width, screen.width);
            double fitHeight = Math.min(height, screen.height);
            return new Area(
                    Math.clamp(x, screen.x, screen.x + screen.width - fitWidth),
                    Math.clamp(y, screen.y, screen.y + screen.height - fitHeight),
                    fitWidth,
                    fitHeight);
        }
    }

    /// Where the window goes.
    ///
    /// @param area where it stands when not maximised
    public record Place(Area area, boolean maximised) {}

    /// The last place, moved and shrunk onto a screen that is there; empty where none is remembered.
    public Optional<Place> last() {
        return preferences.get(KEY).flatMap(WindowPlacement::parse).flatMap(this::visible);
    }

    public void remember(Place place) {
        Area area = place.area();
        preferences.put(
                KEY,
                "%d %d %d %d %s"
                        .formatted(
                                Math.round(area.x()),
                                Math.round(area.y()),
                                Math.round(area.width()),
                                Math.round(area.height()),
                                place.maximised() ? "maximised" : "normal"));
    }

    private Optional<Place> visible(Place place) {
        return screens.get().stream()
                .max(Comparator.comparingDouble(screen -> screen.shared(place.area())))
                .map(screen -> new Place(place.area().inside(screen), place.maximised()));
    }

    private static Optional<Place> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                numbers.add((double) Integer.parseInt(parts[i]));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        var area = new Area(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        boolean sound = area.width() > 0 && area.height() > 0;
        return sound ? Optional.of(new Place(area, parts[4].equals("maximised"))) : Optional.empty();
    }
}
