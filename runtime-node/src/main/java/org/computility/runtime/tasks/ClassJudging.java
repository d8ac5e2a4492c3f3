package org.computility.runtime.tasks;

import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.Model;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.tasks.rules.ClassFinding;
import org.computility.runtime.tasks.rules.Rule;

/** Tells at intervals what each area shows, by a graph that looks at one area after the other. */
final class ClassJudging implements Judging {

    private static final class Watched {
        private final Rule rule;
        private final int areaId;
        private final Box box;
        private double lastLook = Double.NEGATIVE_INFINITY;

        private Watched(Rule rule, Rule.Area area) {
            this.rule = rule;
            this.areaId = area.id();
            this.box = area.polygon().surroundings();
        }
    }

    private final StreamInference inference;
    private final Model model;
    private final Model.Scores scores;
    private final List<Watched> watched = new ArrayList<>();

    ClassJudging(TaskOrder order, StreamInference inference, Model.Scores scores) {
        this.inference = inference;
        this.model = order.capability().model();
        this.scores = scores;
        for (Rule rule : order.rules()) {
            rule.areas().forEach(area -> watched.add(new Watched(rule, area)));
        }
    }

    @Override
    public void restart(double second) {
        watched.forEach(each -> each.lastLook -= second);
    }

    @Override
    public void forgetReports() {
        watched.forEach(each -> each.lastLook = Double.NEGATIVE_INFINITY);
    }

    /** Each frame is judged for itself. */
    @Override
    public boolean wantsNext() {
        return false;
    }

    @Override
    public void look(FrameScaler scaler, double second, Reports reports) throws InferenceException, MediaException {
        for (Watched each : watched) {
            if (second - each.lastLook >= each.rule.settings().reportInterval()) {
                each.lastLook = second;
                scaler.scaleInto(inference.frame(), model.width(), model.height(), each.box);
                ClassFinding finding = ClassFinding.of(scores, inference.run());
                if (finding.score() >= each.rule.settings().leastScore()) {
                    reports.report(each.rule, finding.toJson(each.areaId, each.box), each.box);
                }
            }
        }
    }

    @Override
    public void leaveOut() {}
}
