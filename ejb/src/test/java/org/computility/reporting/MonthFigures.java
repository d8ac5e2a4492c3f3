package org.computility.reporting;

import org.computility.reporting.figures.Figures;
import org.computility.reporting.figures.FiguresColumn;

/** Figures from JSON. */
public final class MonthFigures {

    private MonthFigures() {}

    public static Figures figures(String json) {
        return new FiguresColumn().convertToEntityAttribute(json);
    }

    /** Of a month in which this was the PUE. */
    public static Figures pue(String pue) {
        return figures("{\"supply\":{},\"application\":{},\"power\":{\"pue\":" + pue + "},\"security\":{}}");
    }
}
