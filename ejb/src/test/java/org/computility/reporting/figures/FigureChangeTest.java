package org.computility.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.figures;

import org.junit.jupiter.api.Test;

class FigureChangeTest {

    @Test
    void tellsWhatIsAnotherCameAndWent() {
        Figures before = figures("{\"power\":{\"pue\":1.3,\"wue\":1,\"same\":[1.0]},\"gone\":{\"a\":1}}");
        Figures after = figures("{\"power\":{\"pue\":1.25,\"cue\":\"x\",\"same\":[1]},\"supply\":{}}");

        assertThat(FigureChange.between(before, after))
                .containsExactly(
                        new FigureChange("gone", "{\"a\":1}", null),
                        new FigureChange("power.cue", null, "\"x\""),
                        new FigureChange("power.pue", "1.3", "1.25"),
                        new FigureChange("power.wue", "1", null),
                        new FigureChange("supply", null, "{}"));
        assertThat(FigureChange.between(before, before)).isEmpty();
        assertThat(FigureChange.between(null, figures("{\"a\":1}"))).containsExactly(new FigureChange("a", null, "1"));
    }
}
