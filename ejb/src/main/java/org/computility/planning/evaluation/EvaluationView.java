package org.computility.planning.evaluation;

import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.UUID;

/**
 * An evaluation as it was kept.
 *
 * @param type only results whose data name it were judged; null: all
 * @param from results from then on; null: any
 * @param to results before then; null: any
 * @param events how many the truth had
 * @param candidates how each did, in the order in which they were named
 */
public record EvaluationView(
        UUID id,
        UUID organisationId,
        String name,
        String type,
        TruthClock clock,
        Instant from,
        Instant to,
        Tolerance tolerance,
        int events,
        JsonArray candidates,
        String madeBy,
        Instant madeAt) {

    /** What the truth was told by: the clock on the wall, or seconds since the beginning of a file. */
    public enum TruthClock {
        WALL,
        MEDIA
    }
}
