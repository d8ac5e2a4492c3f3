package org.computility.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.junit.jupiter.api.Test;

class SoilTruthTest {

    @Test
    void agreesWithFiguresNearTheTruth() {
        assertThat(SoilTruth.judge(DemoScenes.quarry(), figures(0.29, 0.31)))
                .isEqualTo(new Verdict(true, "30.0 % bare soil", "2 figures, 29.0 to 31.0 %", List.of()));
    }

    @Test
    void noticesOneFigureThatIsOff() {
        assertThat(SoilTruth.judge(DemoScenes.quarry(), figures(0.30, 0.30, 0.20))
                        .matches())
                .isFalse();
    }

    @Test
    void wantsFigures() {
        assertThat(SoilTruth.judge(DemoScenes.quarry(), List.of()).matches()).isFalse();
        assertThat(SoilTruth.judge(DemoScenes.quarry(), figures(0.3)).matches()).isFalse();
    }

    @Test
    void noticesAFigureThatIsNone() {
        assertThat(SoilTruth.judge(DemoScenes.quarry(), figures(0.3, Double.NaN))
                        .matches())
                .isFalse();
    }

    private static List<Sighting> figures(double... shares) {
        return DoubleStream.of(shares)
                .mapToObj(share -> new Sighting(1, List.of(), share))
                .toList();
    }
}
