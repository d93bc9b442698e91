// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import app.homekeep.desktop.platform.WindowPlacement.Area;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/// The screens that are connected now. For the FX thread only.
public final class Screens {
    private Screens() {}

    /// The part of each that windows may cover, the primary screen first.
    public static List<Area> visible() {
        List<Area> areas = new ArrayList<>();
        areas.add(area(Screen.getPrimary()));
        Screen.getScreens().stream().map(Screens::area).forEach(areas::add);
        return areas.stream().distinct().toList();
    }

    private static Area area(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
