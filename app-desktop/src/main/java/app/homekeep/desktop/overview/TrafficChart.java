// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// Bytes a second over the last ten minutes, in and out.
final class TrafficChart extends AreaChart<Number, Number> {
    private static final double LEAST_TOP = 10_000;
    private static final int LINES = 4;

    private final Text text;
    private final Formats formats;
    private final XYChart.Series<Number, Number> sent = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> received = new XYChart.Series<>();

    TrafficChart(Text text, Formats formats) {
        super(minutes(text), speeds(text, formats));
        this.text = text;
        this.formats = formats;
        setAnimated(false);
        setCreateSymbols(false);
        setLegendVisible(false);
        setMinHeight(140);
        setPrefHeight(150);
        getStyleClass().add("traffic-chart");
        sent.setName(text.get("overview.traffic.sent"));
        received.setName(text.get("overview.traffic.received"));
        getData().add(sent);
        getData().add(received);
        show(List.of());
    }

    /// Which colour is which, to stand beside the heading.
    HBox legend() {
        var legend = new HBox(12, entry(sent.getName(), "dot-sent"), entry(received.getName(), "dot-received"));
        legend.setAlignment(Pos.CENTER_RIGHT);
        return legend;
    }

    private static Label entry(String name, String style) {
        var dot = new Region();
        dot.getStyleClass().addAll("legend-dot", style);
        Label label = Labels.muted(name);
        label.setGraphic(dot);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    void show(List<TrafficHistory.Point> points) {
        Instant now = points.isEmpty() ? Instant.EPOCH : points.getLast().at();
        sent.getData().setAll(line(points, now, TrafficHistory.Point::sent));
        received.getData().setAll(line(points, now, TrafficHistory.Point::received));
        double top = points.stream()
                .mapToDouble(point -> Math.max(point.sent(), point.received()))
                .max()
                .orElse(0);
        double step = step(Math.max(top, LEAST_TOP) / LINES);
        NumberAxis axis = (NumberAxis) getYAxis();
        axis.setTickUnit(step);
        axis.setUpperBound(step * LINES);
        setAccessibleText(
                points.isEmpty()
                        ? text.get("overview.traffic.none")
                        : text.get(
                                "overview.traffic.summary",
                                formats.size(points.getLast().sent()),
                                formats.size(points.getLast().received()),
                                formats.size(top)));
    }

    private static List<XYChart.Data<Number, Number>> line(
            List<TrafficHistory.Point> points, Instant now, ToDoubleFunction<TrafficHistory.Point> value) {
        return points.stream()
                .map(point -> new XYChart.Data<Number, Number>(
                        -Duration.between(point.at(), now).toMillis() / 60_000.0, value.applyAsDouble(point)))
                .toList();
    }

    /// The next round number: 1, 2 or 5 and zeros.
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static NumberAxis minutes(Text text) {
        var axis = new NumberAxis(-TrafficHistory.SPAN.toMinutes(), 0, 2);
        axis.setMinorTickVisible(false);
        axis.setAutoRanging(false);
        axis.setTickLabelFormatter(words(minutes -> minutes == 0
                ? text.get("overview.traffic.now")
                : text.get("overview.traffic.minutes", Math.round(minutes))));
        return axis;
    }

    private static NumberAxis speeds(Text text, Formats formats) {
        var axis = new NumberAxis(0, LEAST_TOP, LEAST_TOP / LINES);
        axis.setMinorTickVisible(false);
        axis.setAutoRanging(false);
        axis.setTickLabelFormatter(words(bytes -> text.get("overview.traffic.speed", formats.size(bytes))));
        return axis;
    }

    private static StringConverter<Number> words(DoubleFunction<String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(Number number) {
                return words.apply(number.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("an axis is not typed into");
            }
        };
    }
}
