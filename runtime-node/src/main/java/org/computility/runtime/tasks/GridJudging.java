package org.computility.runtime.tasks;

import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.Model;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.tasks.rules.AreaWatch;
import org.computility.runtime.tasks.rules.Finding;
import org.computility.runtime.tasks.rules.Rule;

/** Judges the grids of a graph that looks at whole frames, and may compare each with those before. */
final class GridJudging implements Judging {

    private record Watched(Rule rule, AreaWatch watch) {}

    private final StreamInference inference;
    private final Model model;
    private final Model.Grid grid;
    private final List<Watched> watched = new ArrayList<>();
    private int settling;
    private boolean leftOut;
    private boolean hasReferenceOnly;
    private double lastSecond;

    GridJudging(TaskOrder order, StreamInference inference, Model.Grid grid) {
        this.inference = inference;
        this.model = order.capability().model();
        this.grid = grid;
        for (Rule rule : order.rules()) {
            for (Rule.Area area : rule.areas()) {
                watched.add(new Watched(rule, new AreaWatch(rule, area, order.capability(), grid)));
            }
        }
    }

    @Override
    public void restart(double second) {
        forgetFrames();
        watched.forEach(w -> w.watch().restart(second));
        lastSecond = 0;
    }

    @Override
    public void forgetReports() {
        watched.forEach(w -> w.watch().forgetReports());
    }

    /**
     * The graph has taken the frames before only to compare this frame with them. Without this rule, a machine that is always
     * late would never find anything.
     */
    @Override
    public boolean wantsNext() {
        return hasReferenceOnly && model.forgetsOverGaps();
    }

    @Override
    public void look(FrameScaler scaler, double second, Reports reports) throws InferenceException, MediaException {
        if (leftOut && second - lastSecond > model.longestGap()) {
            forgetFrames();
        }
        leftOut = false;
        scaler.scaleInto(inference.frame(), model.width(), model.height());
        float[] cells = inference.run();
        lastSecond = second;
        hasReferenceOnly = settling > 0;
        if (hasReferenceOnly) {
            settling--;
            return;
        }
        for (Watched each : watched) {
            for (Finding finding : each.watch().look(cells, second)) {
                reports.report(each.rule(), finding.toJson(grid.measure()), finding.surroundings());
            }
        }
    }

    @Override
    public void leaveOut() {
        leftOut = true;
    }

    private void forgetFrames() {
        inference.reset();
        settling = grid.settleFrames();
        leftOut = false;
        hasReferenceOnly = false;
    }
}
