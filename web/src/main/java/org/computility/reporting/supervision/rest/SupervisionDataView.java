package org.computility.reporting.supervision.rest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.computility.energy.hours.HourFigure;
import org.computility.energy.hours.HourFigures;
import org.computility.reporting.live.HourTold;
import org.computility.shared.StandardTime;

/**
 * Table B.2-3. What is unknown is absent.
 *
 * @param asOf until when the hour of each figure went, by its name
 * @param estimated the names of figures that rest on readings more than an hour apart
 * @param reason why the platform that reports the center does not answer now; the figures are those that it told last
 */
public record SupervisionDataView(
        BigDecimal electricityConsume,
        BigDecimal greenElectricityConsume,
        BigDecimal pue,
        BigDecimal wue,
        Map<String, String> asOf,
        List<String> estimated,
        String reason) {

    static SupervisionDataView of(HourTold told) {
        HourFigures figures = told.figures();
        Map<String, HourFigure> known = new LinkedHashMap<>();
        known.put("electricityConsume", figures.electricity());
        known.put("greenElectricityConsume", figures.green());
        known.put("pue", figures.pue());
        known.put("wue", figures.wue());
        known.values().removeIf(Objects::isNull);
        return new SupervisionDataView(
                value(figures.electricity()),
                value(figures.green()),
                value(figures.pue()),
                value(figures.wue()),
                ends(known),
                known.entrySet().stream()
                        .filter(figure -> figure.getValue().estimated())
                        .map(Map.Entry::getKey)
                        .toList(),
                told.silence());
    }

    private static BigDecimal value(HourFigure figure) {
        return figure == null ? null : figure.value();
    }

    private static Map<String, String> ends(Map<String, HourFigure> known) {
        Map<String, String> ends = new LinkedHashMap<>();
        known.forEach((name, figure) -> ends.put(name, StandardTime.seconds(figure.asOf())));
        return ends;
    }
}
