package org.computility.planning.evaluation.rest;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.planning.evaluation.Box;
import org.computility.planning.evaluation.NewEvaluation;
import org.computility.planning.evaluation.Tolerance;
import org.computility.shared.rest.Parameters;

/** The body of a new evaluation; null: absent. The contract has checked types and bounds. */
public record WantedEvaluation(
        String name,
        String type,
        String from,
        String to,
        List<Candidate> candidates,
        List<Truth> truth,
        WantedTolerance tolerance) {

    private static final double LEAST_OVERLAP = 0.5;

    /** An algorithm, a version or a service, by its instances. */
    public record Candidate(String label, List<String> instanceIds) {

        NewEvaluation.Candidate candidate(String member) {
            List<UUID> ids = IntStream.range(0, instanceIds.size())
                    .mapToObj(i -> Parameters.uuid(member + ".instanceIds[" + i + "]", instanceIds.get(i)))
                    .toList();
            return new NewEvaluation.Candidate(label, ids);
        }
    }

    /** Something that was there. */
    public record Truth(
            String deviceId,
            String eventId,
            String className,
            String from,
            String to,
            Double mediaFrom,
            Double mediaTo,
            Box box) {

        NewEvaluation.Truth truth(String member) {
            return new NewEvaluation.Truth(
                    deviceId,
                    eventId,
                    className,
                    Parameters.instant(member + ".from", from),
                    Parameters.instant(member + ".to", to),
                    mediaFrom,
                    mediaTo,
                    box);
        }
    }

    /** How exactly findings have to fit. */
    public record WantedTolerance(Double seconds, Double overlap) {

        Tolerance tolerance() {
            return new Tolerance(seconds == null ? 0 : seconds, overlap == null ? LEAST_OVERLAP : overlap);
        }
    }

    NewEvaluation evaluation() {
        return new NewEvaluation(
                name,
                type,
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                IntStream.range(0, candidates.size())
                        .mapToObj(i -> candidates.get(i).candidate("candidates[" + i + "]"))
                        .toList(),
                IntStream.range(0, truth.size())
                        .mapToObj(i -> truth.get(i).truth("truth[" + i + "]"))
                        .toList(),
                tolerance == null ? new Tolerance(0, LEAST_OVERLAP) : tolerance.tolerance());
    }
}
