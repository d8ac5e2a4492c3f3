package org.computility.connector.jobs.protocol.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;

/**
 * Ends what runs, and keeps its objects, which tell how it ended. A pod that a node has is ended by its deadline, which keeps
 * its log; one that no node has is forbidden. Repeated, it goes on with what is left to do.
 */
final class Ending {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterApi cluster;

    Ending(ClusterApi cluster) {
        this.cluster = cluster;
    }

    /** Written first: who has ended the job, and why, is known whatever happens next. */
    void end(Sighting seen, Marks.End end) throws RuntimeFailure {
        end(seen, end, false);
    }

    /** The same where nobody may ever say that it has ended: should its node come back, it is ended there, and nobody waits for that. */
    void giveUp(Sighting seen, Marks.End end) throws RuntimeFailure {
        end(seen, end, true);
    }

    private void end(Sighting seen, Marks.End end, boolean givenUp) throws RuntimeFailure {
        Map<String, String> marks = new LinkedHashMap<>();
        if (Marks.end(seen.object()).isEmpty()) {
            marks.put(Marks.END, end.state().name());
            marks.put(Marks.ENDED_AT, end.at().toString());
            if (end.reason() != null) {
                marks.put(Marks.REASON, end.reason());
            }
        }
        if (givenUp) {
            marks.put(Marks.GIVEN_UP, "true");
        }
        Map<String, Object> change = new LinkedHashMap<>();
        if (!marks.isEmpty()) {
            change.put("metadata", Map.of("annotations", marks));
        }
        if (seen.job() == null) {
            change.put("spec", Map.of("replicas", 0));
            cluster.patchDeployment(seen.jobId(), json(change));
        } else {
            endJob(seen, change, givenUp);
        }
    }

    private void endJob(Sighting seen, Map<String, Object> change, boolean givenUp) throws RuntimeFailure {
        List<SeenPod> bound = seen.live().stream().filter(SeenPod::isBound).toList();
        if (bound.isEmpty() || givenUp) {
            change.put("spec", Map.of("parallelism", 0));
        }
        if (!change.isEmpty()) {
            cluster.patchJob(seen.jobId(), json(change));
        }
        for (SeenPod pod : bound) {
            cluster.patchPod(pod.name(), json(Map.of("spec", Map.of("activeDeadlineSeconds", 1))));
        }
    }

    private static String json(Map<String, Object> change) {
        try {
            return JSON.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps of words and numbers are JSON", e);
        }
    }
}
