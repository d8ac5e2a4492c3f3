package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobSpec;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;

/**
 * Hands placed attempts over to a center. Before a center hears of an attempt, the attempt is written as SUBMITTING: whoever
 * finds it so after a failure submits the same id once more, which the center takes for the same job.
 */
final class Submitting {

    private static final Logger LOG = Logger.getLogger(Submitting.class.getName());

    /** A set of attempts is begun within the first part of it; each call has the rest. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TOGETHER = 50;

    private final AttemptQueue queue;
    private final AttemptReports reports;
    private final JobSpecs specs;
    private final RuntimeDoor centers;
    private final Clock clock;

    Submitting(AttemptQueue queue, AttemptReports reports, JobSpecs specs, RuntimeDoor centers, Clock clock) {
        this.queue = queue;
        this.reports = reports;
        this.specs = specs;
        this.centers = centers;
        this.clock = clock;
    }

    /** Hands over what waits for this center. */
    void at(String centerId) {
        List<AttemptFacts> claimed = queue.claimToSubmit(centerId, CLAIM, TOGETHER);
        while (!claimed.isEmpty() && handOver(centerId, claimed)) {
            claimed = queue.claimToSubmit(centerId, CLAIM, TOGETHER);
        }
    }

    private boolean handOver(String centerId, List<AttemptFacts> claimed) {
        Instant last = clock.instant().plus(BEGIN_WITHIN);
        List<String> left =
                new ArrayList<>(claimed.stream().map(AttemptFacts::runtimeId).toList());
        List<String> taken = new ArrayList<>();
        try (JobConnection center = centers.open(centerId)) {
            for (AttemptFacts attempt : claimed) {
                if (clock.instant().isAfter(last)) {
                    // Whose claim may end before it is submitted is left to the next who claims it.
                    left.clear();
                    break;
                }
                if (submit(center, attempt)) {
                    taken.add(attempt.runtimeId());
                }
                left.remove(attempt.runtimeId());
            }
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} takes no job now: {1}", new Object[] {centerId, e.getMessage()});
        }
        if (!taken.isEmpty()) {
            queue.submitted(taken);
        }
        if (!left.isEmpty()) {
            queue.silent(left, PAUSE);
        }
        return left.isEmpty();
    }

    /** False where the center said no; what the center did not answer to is thrown. */
    private boolean submit(JobConnection center, AttemptFacts attempt) throws RuntimeFailure {
        try {
            Optional<JobSpec> spec = specs.of(attempt);
            if (spec.isPresent()) {
                center.submit(spec.get());
            }
            return spec.isPresent();
        } catch (RuntimeFailure e) {
            if (e.reason() != Reason.REFUSED) {
                throw e;
            }
            reports.refuse(attempt.jobId(), attempt.runtimeId(), "center refused it: " + e.getMessage());
            return false;
        }
    }
}
