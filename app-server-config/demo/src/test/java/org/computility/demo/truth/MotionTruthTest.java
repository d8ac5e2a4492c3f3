package org.computility.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.junit.jupiter.api.Test;

class MotionTruthTest {

    private static final Scene SCENE = DemoScenes.twoWays();
    private static final Scene FAST = new Scene(
            "fast",
            2,
            0,
            List.of(),
            List.of(new Scene.Thing(0, 2, new Box(0, 0.4, 0.1, 0.1), new Box(0.9, 0.4, 0.1, 0.1), Color.WHITE)));

    @Test
    void agreesWithWhatWasThere() {
        Verdict verdict = MotionTruth.judge(SCENE, truth(SCENE));

        assertThat(verdict.matches()).isTrue();
        assertThat(verdict.there()).isEqualTo("2 things, 1.0 to 8.0 s");
        assertThat(verdict.found()).isEqualTo("14 alerts, 1.0 to 7.5 s, 14 in place");
    }

    @Test
    void allowsForTheGrid() {
        List<Sighting> coarse = truth(SCENE).stream()
                .map(s -> new Sighting(
                        s.second(),
                        s.boxes().stream()
                                .map(b -> new Box(b.x() - 0.06, b.y() + 0.05, b.width() + 0.06, b.height() + 0.05))
                                .toList(),
                        s.share()))
                .toList();

        assertThat(MotionTruth.judge(SCENE, coarse).matches()).isTrue();
    }

    @Test
    void noticesAMissedThing() {
        List<Sighting> one = truth(SCENE).stream()
                .map(s -> new Sighting(s.second(), s.boxes().subList(0, 1), s.share()))
                .toList();

        assertThat(MotionTruth.judge(SCENE, one).matches()).isFalse();
    }

    @Test
    void noticesALateAlert() {
        List<Sighting> late = truth(SCENE).stream().filter(s -> s.second() > 3).toList();

        assertThat(MotionTruth.judge(SCENE, late).matches()).isFalse();
    }

    @Test
    void noticesABoxWhereNothingIs() {
        List<Sighting> withGhost = new ArrayList<>(truth(SCENE));
        withGhost.add(new Sighting(4, List.of(new Box(0.1, 0.1, 0.08, 0.12)), 0));

        Verdict verdict = MotionTruth.judge(SCENE, withGhost);

        assertThat(verdict.matches()).isFalse();
        assertThat(verdict.found()).isEqualTo("15 alerts, 1.0 to 7.5 s, 14 in place");
        assertThat(verdict.remarks()).singleElement().asString().startsWith("at 4.00 s seen: ");
    }

    @Test
    void noticesAnAlertAfterTheThingHasGone() {
        List<Sighting> after = new ArrayList<>(truth(SCENE));
        after.add(new Sighting(10, SCENE.boxesAt(7.9), 0));

        assertThat(MotionTruth.judge(SCENE, after).matches()).isFalse();
    }

    @Test
    void noticesABoxWhereAThingWasASecondBefore() {
        List<Sighting> withGhost = new ArrayList<>(truth(SCENE));
        withGhost.add(new Sighting(4, SCENE.boxesAt(2.5), 0));

        assertThat(MotionTruth.judge(SCENE, withGhost).matches()).isFalse();
        assertThat(MotionTruth.judge(FAST, List.of(new Sighting(1, FAST.boxesAt(0), 0)))
                        .matches())
                .isFalse();
        assertThat(MotionTruth.judge(FAST, List.of(new Sighting(1, FAST.boxesAt(0.9), 0)))
                        .matches())
                .isTrue();
    }

    @Test
    void expectsNothingOfAQuietScene() {
        assertThat(MotionTruth.judge(DemoScenes.quiet(), List.of()))
                .isEqualTo(new Verdict(true, "nothing moves", "no alert", List.of()));
        assertThat(MotionTruth.judge(DemoScenes.quiet(), truth(SCENE)).matches())
                .isFalse();
    }

    private static List<Sighting> truth(Scene scene) {
        List<Sighting> sightings = new ArrayList<>();
        for (double second = 0; second < scene.seconds(); second += 0.5) {
            if (!scene.boxesAt(second).isEmpty()) {
                sightings.add(new Sighting(second, scene.boxesAt(second), Double.NaN));
            }
        }
        return sightings;
    }
}
