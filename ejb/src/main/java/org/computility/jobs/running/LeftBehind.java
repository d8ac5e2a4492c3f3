package org.computility.jobs.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.register.AttemptQueue;

/**
 * Ends what was given up when its center was removed, once a center of that id is there again: it would run on beside what its job has
 * begun elsewhere.
 */
final class LeftBehind {

    private static final Logger LOG = Logger.getLogger(LeftBehind.class.getName());

    /** Also the pause before it is asked whether they have ended. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final int TOGETHER = 100;

    private final AttemptQueue queue;
    private final RuntimeDoor centers;
    private final Forgetting.KnownCenters connected;

    /** @param connected whether a center is there and answers */
    LeftBehind(AttemptQueue queue, RuntimeDoor centers, Forgetting.KnownCenters connected) {
        this.queue = queue;
        this.centers = centers;
        this.connected = connected;
    }

    /** Where there is something to end now. */
    List<String> centers() {
        return queue.centersLeftBehind().stream().filter(connected::has).toList();
    }

    /** Ends some at that center; again later what has not ended yet. */
    void endAt(String centerId) {
        List<AttemptFacts> left = queue.claimLeftBehind(centerId, CLAIM, TOGETHER);
        List<String> ended = new ArrayList<>();
        try (JobConnection center = centers.open(centerId)) {
            boolean answers = true;
            for (int next = 0; answers && next < left.size(); next++) {
                answers = end(center, left.get(next).runtimeId(), ended);
            }
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} ends nothing now: {1}", new Object[] {centerId, e.getMessage()});
        }
        if (!ended.isEmpty()) {
            queue.foundEnded(ended);
        }
    }

    /** False where the center does not answer; what is wrong with one attempt holds up no other. */
    private static boolean end(JobConnection center, String runtimeId, List<String> ended) {
        try {
            center.cancel(runtimeId);
            if (center.state(runtimeId).state().isFinal()) {
                ended.add(runtimeId);
            }
            return true;
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Attempt {0} is not ended now: {1}", new Object[] {runtimeId, e.getMessage()});
            return e.reason() != Reason.UNREACHABLE && e.reason() != Reason.TIMED_OUT;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Attempt " + runtimeId + " is not ended now; again later.");
            return true;
        }
    }
}
