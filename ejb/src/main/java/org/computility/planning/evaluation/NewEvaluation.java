package org.computility.planning.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What shall be compared.
 *
 * @param type only results whose data name this type are judged; null: all
 * @param from results from then on; null: as far back as the truth tells, or any where the truth is told by media times
 * @param to results before then; null likewise
 * @param tolerance with an overlap, which counts only where the truth has boxes
 */
public record NewEvaluation(
        String name,
        String type,
        Instant from,
        Instant to,
        List<Candidate> candidates,
        List<Truth> truth,
        Tolerance tolerance) {

    public NewEvaluation {
        candidates = List.copyOf(candidates);
        truth = List.copyOf(truth);
    }

    /** An algorithm, a version or a service, by the instances that looked for it. */
    public record Candidate(String label, List<UUID> instanceIds) {

        public Candidate {
            instanceIds = List.copyOf(instanceIds);
        }
    }

    /**
     * Something that was there, told by the clock on the wall or by seconds since the beginning of a file; null names fit any.
     *
     * @param to null: the moment {@code from}
     * @param mediaTo null: the moment {@code mediaFrom}
     * @param box null: it is not told where
     */
    public record Truth(
            String deviceId,
            String eventId,
            String className,
            Instant from,
            Instant to,
            Double mediaFrom,
            Double mediaTo,
            Box box) {}
}
