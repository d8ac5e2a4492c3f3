package org.computility.planning;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.computility.planning.documents.ShownTasks;

/**
 * An inspection as callers see it (T/BAX 0006.5 table C.2).
 *
 * @param taskInfo one AlgoTaskInfo where one was given, else an array
 * @param roundCount rounds completed since the last start
 * @param progress 0 to 100, of the running round
 */
public record InspectionView(
        @JsonbProperty("Concurrency") int concurrency,
        @JsonbProperty("Duration") int duration,

        @JsonbProperty("TaskInfo") @JsonbTypeAdapter(ShownTasks.Picture.class)
        ShownTasks taskInfo,

        @JsonbProperty("RoundCount") int roundCount,
        @JsonbProperty("Progress") double progress,
        @JsonbProperty("RoundLimit") Integer roundLimit) {}
