package org.computility.runtime.tasks;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.algopackage.Model;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.JpegCrop;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.results.Result;

/** Frames of one task in, results out. Numbers its results over all connections of the task. */
final class Analysis {

    private record Watched(Rule rule, AreaWatch watch) {}

    private final TaskOrder order;
    private final TaskSurroundings surroundings;
    private final StreamInference inference;
    private final Model model;
    private final List<Watched> watched = new ArrayList<>();
    private long sequence;
    private int settling;
    private boolean looked;
    private boolean leftOut;
    private boolean hasReferenceOnly;
    private double lastSecond;
    private long lastLook;

    Analysis(TaskOrder order, StreamInference inference, TaskSurroundings surroundings) {
        this.order = order;
        this.surroundings = surroundings;
        this.inference = inference;
        this.model = order.capability().model();
        for (Rule rule : order.rules()) {
            for (Rule.Area area : rule.areas()) {
                watched.add(new Watched(rule, new AreaWatch(rule, area, order.capability())));
            }
        }
    }

    /** The media begin anew. */
    void restart() {
        forgetFrames();
        double pause = looked ? (System.nanoTime() - lastLook) / 1e9 : 0;
        watched.forEach(w -> w.watch().restart(lastSecond + pause));
        looked = false;
        lastSecond = 0;
    }

    /** Other media follow: times between reports do not reach from one file into the next. */
    void forgetReports() {
        watched.forEach(w -> w.watch().forgetReports());
    }

    /**
     * Whether the next frame must be analysed, however late it is: the graph has taken the frames before only to
     * compare this frame with them. Without this rule, a machine that is always late would never find anything.
     */
    boolean wantsNext() {
        return hasReferenceOnly && model.forgetsOverGaps();
    }

    void look(FrameScaler scaler, double second, Instant taken) throws InferenceException, MediaException {
        if (leftOut && second - lastSecond > model.longestGap()) {
            forgetFrames();
        }
        leftOut = false;
        scaler.scaleInto(inference.frame(), model.width(), model.height());
        float[] cells = inference.run();
        looked = true;
        lastSecond = second;
        lastLook = System.nanoTime();
        hasReferenceOnly = settling > 0;
        if (hasReferenceOnly) {
            settling--;
            return;
        }
        BufferedImage picture = null;
        for (Watched each : watched) {
            for (Finding finding : each.watch().look(cells, second)) {
                picture = picture == null ? scaler.picture() : picture;
                report(each.rule(), finding, second, taken, picture);
            }
        }
    }

    /** A frame is not looked at. */
    void leaveOut() {
        leftOut = true;
    }

    private void forgetFrames() {
        inference.reset();
        settling = model.output().settleFrames();
        leftOut = false;
        hasReferenceOnly = false;
    }

    private void report(Rule rule, Finding finding, double second, Instant taken, BufferedImage picture) {
        Result result = new Result(
                UUID.randomUUID(),
                order.taskId(),
                surroundings.computeCode(),
                order.capability().code(),
                order.deviceId(),
                rule.eventId(),
                sequence++,
                taken,
                second,
                finding.toJson(model.output().measure()),
                JpegCrop.of(picture, finding.surroundings()));
        surroundings.results().submit(result, rule.receivers());
    }
}
