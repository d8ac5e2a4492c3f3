package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Model;
import org.computility.runtime.media.Box;
import org.computility.runtime.tasks.rules.AreaWatch;
import org.computility.runtime.tasks.rules.Finding;
import org.computility.runtime.tasks.rules.Polygon;
import org.computility.runtime.tasks.rules.Polygon.Point;
import org.computility.runtime.tasks.rules.Rule;
import org.computility.runtime.tasks.rules.RuleSettings;
import org.junit.jupiter.api.Test;

public class AreaWatchTest {

    private static final float[] NOTHING = new float[4];
    private static final float[] SOMETHING = {0, 0.8f, 0, 0};

    @Test
    void anAlertIsRepeatedNoSoonerThanAsked() {
        AreaWatch watch = watch("ALERT", new RuleSettings(1, 0, 2, 0, 0, 0));

        assertThat(alerts(watch, 0, 5, SOMETHING)).containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void aShortPauseDoesNotInterruptAndALongOneDoes() {
        AreaWatch patient = watch("ALERT", new RuleSettings(1, 1, 10, 0, 0, 0));
        alerts(patient, 0, 0.8, SOMETHING);
        alerts(patient, 0.8, 1.2, NOTHING);
        assertThat(alerts(patient, 1.2, 1.3, SOMETHING)).hasSize(1);

        AreaWatch interrupted = watch("ALERT", new RuleSettings(1, 1, 10, 0, 0, 0));
        alerts(interrupted, 0, 0.8, SOMETHING);
        alerts(interrupted, 0.8, 1.8, NOTHING);
        assertThat(alerts(interrupted, 1.8, 2.5, SOMETHING)).isEmpty();
    }

    @Test
    void theTimeBetweenAlertsGoesOnOverANewConnection() {
        AreaWatch watch = watch("ALERT", new RuleSettings(1, 0, 5, 0, 0, 0));
        assertThat(alerts(watch, 0, 2, SOMETHING)).hasSize(1);
        watch.restart(3);

        assertThat(alerts(watch, 0, 3, SOMETHING)).containsExactly(2.0);
    }

    @Test
    void aWeakScoreIsNoAlert() {
        assertThat(alerts(watch("ALERT", new RuleSettings(1, 0, 0, 0.9, 0, 0)), 0, 1, SOMETHING))
                .isEmpty();
    }

    @Test
    void lowSensitivityNeedsFullerCells() {
        assertThat(alerts(watch("ALERT", new RuleSettings(2, 0, 0, 0, 0, 0)), 0, 1, SOMETHING))
                .isEmpty();
    }

    @Test
    void figuresComeAtTheirIntervalWhateverIsSeen() {
        AreaWatch watch = watch("STATISTICS", new RuleSettings(1, 0, 0, 0, 2, -1));

        assertThat(alerts(watch, 0, 5, NOTHING)).containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void aFigureTellsTheShareAndAnAlertItsBoxes() {
        AreaWatch watch = watch("STATISTICS", new RuleSettings(1, 0, 0, 0, 0, 0.1));

        assertThat(watch.look(SOMETHING, 0))
                .extracting(Finding::type, Finding::share, Finding::score)
                .containsExactly(tuple("STATISTICS", 0.8f / 4.0, 0.8f / 4.0), tuple("ALERT", 0.8f / 4.0, 0.8f / 4.0));
        assertThat(watch.look(SOMETHING, 1).get(1).boxes()).containsExactly(new Box(0.5, 0, 0.5, 0.5));
    }

    @Test
    void aShareBelowTheThresholdIsNoAlert() {
        assertThat(alerts(watch("ALERT", new RuleSettings(1, 0, 0, 0, 0, 0.21)), 0, 1, SOMETHING))
                .isEmpty();
        assertThat(alerts(watch("ALERT", new RuleSettings(1, 0, 10, 0, 0, 0.19)), 0, 1, SOMETHING))
                .hasSize(1);
    }

    @Test
    void anAlertComesWhenItsDurationIsOverAndNotBefore() {
        AreaWatch watch = watch("ALERT", new RuleSettings(1, 3, 100, 0, 0, 0));

        assertThat(alerts(watch, 0, 10, SOMETHING)).containsExactly(3.0);
    }

    @Test
    void aNewConnectionBeginsTheDurationAnew() {
        AreaWatch watch = watch("ALERT", new RuleSettings(1, 3, 100, 0, 0, 0));
        alerts(watch, 0, 2.9, SOMETHING);
        watch.restart(2.9);

        assertThat(alerts(watch, 0, 5, SOMETHING)).containsExactly(3.0);
    }

    @Test
    void otherMediaReportFromTheirBeginning() {
        AreaWatch watch = watch("ALERT", new RuleSettings(1, 0, 100, 0, 0, 0));
        alerts(watch, 0, 2, SOMETHING);
        watch.restart(2);
        watch.forgetReports();

        assertThat(alerts(watch, 0, 2, SOMETHING)).containsExactly(0.0);
    }

    @Test
    void highSensitivityTakesCellsHalfAsFull() {
        float[] faint = {0, 0.3f, 0, 0};

        assertThat(alerts(watch("ALERT", new RuleSettings(1, 0, 0, 0, 0, 0)), 0, 1, faint))
                .isEmpty();
        assertThat(alerts(watch("ALERT", new RuleSettings(0.5, 0, 100, 0, 0, 0)), 0, 1, faint))
                .hasSize(1);
    }

    private static List<Double> alerts(AreaWatch watch, double from, double to, float[] cells) {
        List<Double> seconds = new ArrayList<>();
        for (long tenth = Math.round(from * 10); tenth < Math.round(to * 10); tenth++) {
            double second = tenth / 10.0;
            watch.look(cells, second).forEach(finding -> seconds.add(second));
        }
        return seconds;
    }

    private static AreaWatch watch(String dataType, RuleSettings settings) {
        Capability capability = SampleAlgorithm.capability(dataType, List.of());
        Rule.Area whole = new Rule.Area(
                0, new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1))));
        return new AreaWatch(
                new Rule(null, List.of(whole), List.of(), List.of(), settings), whole, capability, (Model.Grid)
                        capability.model().output());
    }
}
