package org.computility.runtime.tasks;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.UUID;
import org.computility.algopackage.Model;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.inference.StreamInference;
import org.computility.runtime.media.FrameScaler;
import org.computility.runtime.media.JpegCrop;
import org.computility.runtime.media.MediaException;
import org.computility.runtime.results.Result;
import org.computility.runtime.tasks.rules.Rule;

/** Frames of one task in, results out. Numbers its results over all connections of the task. */
final class Analysis {

    private final TaskOrder order;
    private final TaskSurroundings surroundings;
    private final Judging judging;
    private long sequence;
    private boolean looked;
    private double lastSecond;
    private long lastLook;

    Analysis(TaskOrder order, StreamInference inference, TaskSurroundings surroundings) {
        this.order = order;
        this.surroundings = surroundings;
        Model.Output output = order.capability().model().output();
        this.judging = output instanceof Model.Scores scores
                ? new ClassJudging(order, inference, scores)
                : new GridJudging(order, inference, (Model.Grid) output);
    }

    /** The media begin anew. */
    void restart() {
        double pause = looked ? (System.nanoTime() - lastLook) / 1e9 : 0;
        judging.restart(lastSecond + pause);
        looked = false;
        lastSecond = 0;
    }

    /** Other media follow: times between reports do not reach from one file into the next. */
    void forgetReports() {
        judging.forgetReports();
    }

    /** Whether the next frame must be analysed, however late it is. */
    boolean wantsNext() {
        return judging.wantsNext();
    }

    void look(FrameScaler scaler, double second, Instant taken) throws InferenceException, MediaException {
        BufferedImage[] picture = new BufferedImage[1];
        judging.look(scaler, second, (rule, data, shown) -> {
            // All reports of a frame share its picture.
            picture[0] = picture[0] == null ? scaler.picture() : picture[0];
            report(rule, data, JpegCrop.of(picture[0], shown), second, taken);
        });
        looked = true;
        lastSecond = second;
        lastLook = System.nanoTime();
    }

    /** A frame is not looked at. */
    void leaveOut() {
        judging.leaveOut();
    }

    private void report(Rule rule, JsonObject data, JpegCrop crop, double second, Instant taken) {
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
                data,
                crop);
        surroundings.results().submit(result, rule.receivers());
    }
}
