package org.computility.jobs.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.register.AttemptQueue;

/** Has centers forget what deleted jobs left there; then the jobs are gone from here, too. */
final class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());
    /** Also the pause after a center did not answer. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final int TOGETHER = 100;

    private final AttemptQueue queue;
    private final RuntimeDoor centers;
    private final KnownCenters known;

    /** Whether there is such a center. */
    @FunctionalInterface
    interface KnownCenters {
        boolean has(String centerId);
    }

    Forgetting(AttemptQueue queue, RuntimeDoor centers, KnownCenters known) {
        this.queue = queue;
        this.centers = centers;
        this.known = known;
    }

    /** One round. */
    void forget() {
        Map<String, List<AttemptFacts>> claimed =
                queue.claimToForget(CLAIM, TOGETHER).stream().collect(Collectors.groupingBy(AttemptFacts::centerId));
        claimed.forEach(this::forgetAt);
        queue.sweep();
    }

    private void forgetAt(String centerId, List<AttemptFacts> left) {
        List<String> gone = new ArrayList<>();
        if (!known.has(centerId)) {
            // Nobody can be asked any more.
            left.forEach(attempt -> gone.add(attempt.runtimeId()));
        } else {
            forgetAt(centerId, left, gone);
        }
        if (!gone.isEmpty()) {
            queue.forgotten(gone);
        }
    }

    private void forgetAt(String centerId, List<AttemptFacts> left, List<String> gone) {
        try (JobConnection center = centers.open(centerId)) {
            boolean answers = true;
            for (int next = 0; answers && next < left.size(); next++) {
                answers = forget(center, left.get(next), gone);
            }
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} forgets nothing now: {1}", new Object[] {centerId, e.getMessage()});
        }
    }

    /** False where the center does not answer; what is wrong with one attempt holds up no other. */
    private static boolean forget(JobConnection center, AttemptFacts attempt, List<String> gone) {
        try {
            if (attempt.state() == AttemptState.LOST) {
                // It may run on: its center was removed, or did not know it for a while, and is there again.
                center.cancel(attempt.runtimeId());
            }
            center.forget(attempt.runtimeId());
            gone.add(attempt.runtimeId());
            return true;
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Attempt {0} is not forgotten now: {1}", new Object[] {
                attempt.runtimeId(), e.getMessage()
            });
            return e.reason() != Reason.UNREACHABLE && e.reason() != Reason.TIMED_OUT;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Attempt " + attempt.runtimeId() + " is not forgotten now; again later.");
            return true;
        }
    }
}
