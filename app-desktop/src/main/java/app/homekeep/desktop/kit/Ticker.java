// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// Calls back again and again on the FX thread; a port, so that tests need no time.
@FunctionalInterface
public interface Ticker {
    /// JavaFX's own.
    Ticker FX = (pause, work) -> {
        var timeline =
                new Timeline(new KeyFrame(javafx.util.Duration.millis((double) pause.toMillis()), _ -> work.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    };

    /// @return ends it
    Runnable every(Duration pause, Runnable work);
}
