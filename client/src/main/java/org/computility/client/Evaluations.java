package org.computility.client;

import static org.computility.client.wire.Transport.segment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Algorithms, compared by what they found and what was there (T/BAX 0006.5 clause 6.4, {@code docs/evaluation.md}). */
public final class Evaluations {

    private static final String PATH = "/platform/v1/evaluations";

    private final Transport transport;

    Evaluations(Transport transport) {
        this.transport = transport;
    }

    /**
     * What shall be compared.
     *
     * @param type only results whose data name this type are judged; null: all
     * @param from results from then on; null: as far back as the truth tells
     * @param to results before then; null: as late as the truth tells
     * @param tolerance null: no second, and boxes that overlap by a half
     */
    public record NewEvaluation(
            String name,
            String type,
            Instant from,
            Instant to,
            List<Candidate> candidates,
            List<Truth> truth,
            Tolerance tolerance) {}

    /** An algorithm, a version or a service, by its instances. */
    public record Candidate(String label, List<UUID> instanceIds) {}

    /** Something that was there; {@link #at} and {@link #inFile} tell when. Null names fit any. */
    public record Truth(
            String deviceId,
            String eventId,
            String className,
            Instant from,
            Instant to,
            Double mediaFrom,
            Double mediaTo,
            Box box) {

        /** In that time, by the clock on the wall. */
        public static Truth at(String deviceId, Instant from, Instant to, Box box) {
            return new Truth(deviceId, null, null, from, to, null, null, box);
        }

        /** In these seconds since the beginning of a file. */
        public static Truth inFile(double from, double to, Box box) {
            return new Truth(null, null, null, null, null, from, to, box);
        }
    }

    /** Where, in shares of the picture. */
    public record Box(double x, double y, double width, double height) {}

    /** How exactly findings have to fit; null: the default. */
    public record Tolerance(Double seconds, Double overlap) {}

    /** What was found out. {@code clock} is WALL or MEDIA. */
    public record Evaluation(
            UUID id,
            UUID organisationId,
            String name,
            String type,
            String clock,
            Instant from,
            Instant to,
            Tolerance tolerance,
            int events,
            List<Score> candidates,
            String madeBy,
            Instant madeAt) {}

    /** How a candidate did; null: not known, or not defined. */
    public record Score(
            String label,
            List<UUID> instanceIds,
            List<String> algoDefCodes,
            int results,
            int findings,
            int matched,
            int repeated,
            int unfounded,
            int missed,
            Double precision,
            Double recall,
            Double f1,
            Integer rank,
            Double medianDelaySeconds,
            Double p95DelaySeconds,
            Double findingsPerHour,
            Long runs,
            Double runningSeconds,
            Map<String, Long> ends,
            List<Service> services) {}

    /** Where a candidate ran; memory in GiB, utilization 0 to 1; null: its node did not tell. */
    public record Service(
            UUID serviceId,
            String computeCode,
            String accelerator,
            Double acceleratorMemory,
            Double acceleratorMemoryUsed,
            Double acceleratorUtilization,
            Instant toldAt) {}

    /** Judges the candidates by the results that are there now. */
    public Evaluation make(NewEvaluation wanted) {
        return transport.call(Family.PLATFORM, "POST", PATH, wanted, Evaluation.class);
    }

    /** The newest first. */
    public Page<Evaluation> list(int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("page", page);
        query.put("pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", PATH, query, null, Types.pageOf(Evaluation.class));
    }

    public Evaluation get(UUID id) {
        return transport.call(Family.PLATFORM, "GET", path(id), null, Evaluation.class);
    }

    /** Results and instances stay. */
    public void remove(UUID id) {
        transport.tell(Family.PLATFORM, "DELETE", path(id), null);
    }

    private static String path(UUID id) {
        return PATH + "/" + segment(id.toString());
    }
}
