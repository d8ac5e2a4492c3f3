package org.computility.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.computility.client.ComputilityClient;
import org.computility.client.Evaluations;
import org.computility.client.Evaluations.Candidate;
import org.computility.client.Evaluations.NewEvaluation;
import org.computility.client.Evaluations.Score;
import org.computility.client.Evaluations.Tolerance;
import org.computility.client.Evaluations.Truth;
import org.computility.client.Results.Result;
import org.computility.demo.loop.TrainedModel;
import org.computility.demo.stage.Screen;
import org.computility.demo.truth.ThingTruth;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;

/** The platform evaluates the trained algorithm (T/BAX 0006.5 clause 6.4): what it told, beside what was there. */
final class ThingExam {

    /** A round may end some frames before its clip does: what only these show is missed. */
    private static final double LEAST = 0.9;

    /** A frame's time is counted from the first frame that came. */
    private static final Tolerance TOLERANCE = new Tolerance(0.2, null);

    private final ComputilityClient operator;
    private final Screen screen;
    private final List<Truth> truth = new ArrayList<>();

    ThingExam(ComputilityClient operator, Screen screen) {
        this.operator = operator;
        this.screen = screen;
    }

    /** What an area of that camera shows. */
    void was(String deviceId, Scene scene, Box area) {
        Evaluations.Box where = new Evaluations.Box(area.x(), area.y(), area.width(), area.height());
        for (ThingTruth.Span span : ThingTruth.spans(scene, area)) {
            truth.add(new Truth(deviceId, null, span.what(), null, null, span.from(), span.to(), where));
        }
    }

    /** Whether it tells things as well as it shall. */
    boolean passes(Collection<Result> told) {
        List<UUID> instances =
                told.stream().map(Result::taskInstanceId).distinct().toList();
        Score score = operator.evaluations()
                .make(new NewEvaluation(
                        "What was learned",
                        null,
                        null,
                        null,
                        List.of(new Candidate(TrainedModel.CAPABILITY, instances)),
                        truth,
                        TOLERANCE))
                .candidates()
                .get(0);
        screen.note(String.format(
                Locale.ROOT,
                "the platform evaluates %d findings beside %d events: precision %.2f, recall %.2f, F1 %.2f",
                score.findings(),
                truth.size(),
                zero(score.precision()),
                zero(score.recall()),
                zero(score.f1())));
        return zero(score.f1()) >= LEAST;
    }

    /** What is not defined is no success. */
    private static double zero(Double value) {
        return value == null ? 0 : value;
    }
}
