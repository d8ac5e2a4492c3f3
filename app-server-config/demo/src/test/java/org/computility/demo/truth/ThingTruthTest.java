package org.computility.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.computility.demo.truth.ThingTruth.Told;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingTruthTest {

    /** From left to right within ten seconds, a tenth of the picture wide. */
    private static final Scene SCENE = new Scene(
            "passing",
            10,
            0,
            List.of(),
            List.of(new Scene.Thing(0, 10, new Box(0, 0.4, 0.1, 0.1), new Box(0.9, 0.4, 0.1, 0.1), Color.WHITE)));

    private static final List<Box> AREAS = List.of(new Box(0.4, 0.4, 0.2, 0.2), new Box(0.4, 0.7, 0.2, 0.2));

    @ParameterizedTest
    @CsvSource({"1, nothing", "3.5, ''", "4.5, thing", "5.5, thing", "6.4, ''", "8, nothing"})
    void aThingIsShownWhereMostOfItIs(double second, String shown) {
        assertThat(ThingTruth.shown(SCENE, AREAS.get(0), second).orElse("")).isEqualTo(shown);
    }

    @Test
    void aPartShowsThingsAndNothingForSpans() {
        List<ThingTruth.Span> spans = ThingTruth.spans(SCENE, AREAS.get(0));

        assertThat(spans)
                .extracting(ThingTruth.Span::what)
                .containsExactly(ThingTruth.THING, ThingTruth.NOTHING, ThingTruth.NOTHING);
        assertThat(spans.get(0).from()).isCloseTo(3.33, within(0.1));
        assertThat(spans.get(0).to()).isCloseTo(6.67, within(0.1));
        assertThat(spans.get(1).to()).isCloseTo(4.17, within(0.1));
        assertThat(spans.get(2).from()).isCloseTo(5.83, within(0.1));
        assertThat(spans.get(2).to()).isCloseTo(10, within(0.1));
        assertThat(ThingTruth.spans(SCENE, AREAS.get(1)))
                .extracting(ThingTruth.Span::what)
                .containsExactly(ThingTruth.NOTHING);
    }

    @Test
    void whatIsTrueMatches() {
        assertThat(ThingTruth.judge(SCENE, AREAS, truth()).matches()).isTrue();
    }

    @Test
    void oneFalseWordDoesNotMatchAndIsNamed() {
        List<Told> told = new ArrayList<>(truth());
        told.add(new Told(5, 1, ThingTruth.THING));

        Verdict verdict = ThingTruth.judge(SCENE, AREAS, told);

        assertThat(verdict.matches()).isFalse();
        assertThat(verdict.remarks()).containsExactly("area 1 at 5.00 s told: thing");
    }

    @Test
    void whatCouldBeEitherIsNotJudged() {
        List<Told> told = new ArrayList<>(truth());
        told.add(new Told(3.5, 0, ThingTruth.THING));
        told.add(new Told(3.6, 0, ThingTruth.NOTHING));

        assertThat(ThingTruth.judge(SCENE, AREAS, told).matches()).isTrue();
    }

    @Test
    void aThingThatWasNeverToldDoesNotMatch() {
        List<Told> told = truth().stream()
                .filter(each -> each.what().equals(ThingTruth.NOTHING))
                .toList();

        assertThat(ThingTruth.judge(SCENE, AREAS, told).matches()).isFalse();
        assertThat(ThingTruth.judge(SCENE, AREAS, List.of()).matches()).isFalse();
    }

    private static List<Told> truth() {
        List<Told> told = new ArrayList<>();
        for (double second = 0.5; second < 9; second++) {
            for (int area = 0; area < AREAS.size(); area++) {
                double at = second;
                int id = area;
                ThingTruth.shown(SCENE, AREAS.get(area), second).ifPresent(what -> told.add(new Told(at, id, what)));
            }
        }
        return told;
    }
}
