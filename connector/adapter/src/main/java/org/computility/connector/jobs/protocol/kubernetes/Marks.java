package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.computility.connector.jobs.JobState;

/** What the platform writes on its objects, so that every server reads it. */
final class Marks {

    /** On all that the platform makes. */
    static final Map<String, String> OURS = Map.of("app.kubernetes.io/managed-by", "computility");

    /** The platform's id of the job, on its objects and its pods. */
    static final String JOB = "computility.org/job";

    /** As what and why the job was ended by the platform. */
    static final String END = "computility.org/end";

    static final String REASON = "computility.org/end-reason";
    static final String ENDED_AT = "computility.org/ended-at";

    /** The end counts although pods are still told of: their nodes do not answer. */
    static final String GIVEN_UP = "computility.org/given-up";

    /** In seconds, from when the program has begun: Kubernetes counts otherwise, or, of what serves, not at all. */
    static final String WALL_TIME = "computility.org/wall-time";

    private Marks() {}

    /** An end that the platform decided. */
    record End(JobState state, String reason, Instant at) {}

    static Optional<End> end(HasMetadata object) {
        Map<String, String> marks = annotations(object);
        String state = marks.get(END);
        return state == null
                ? Optional.empty()
                : Optional.of(new End(JobState.valueOf(state), marks.get(REASON), instant(marks.get(ENDED_AT))));
    }

    static boolean isGivenUp(HasMetadata object) {
        return annotations(object).containsKey(GIVEN_UP);
    }

    static String jobId(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(JOB, "");
    }

    static Map<String, String> annotations(HasMetadata object) {
        Map<String, String> marks = object.getMetadata().getAnnotations();
        return marks == null ? Map.of() : marks;
    }

    /** Null where there is none. */
    static Instant instant(String told) {
        return told == null ? null : Instant.parse(told);
    }
}
