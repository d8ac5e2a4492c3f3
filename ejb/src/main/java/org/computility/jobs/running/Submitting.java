package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobSpec;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.CenterWords;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;

/**
 * Hands placed attempts over to a center. Before a center hears of an attempt, the attempt is written as SUBMITTING: whoever
 * finds it so after a failure submits the same id once more, which the center takes for the same job.
 */
final class Submitting {

    private static final Logger LOG = Logger.getLogger(Submitting.class.getName());

    /** Longer than a center works on a call after its caller has died. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Few, as others hand over to the same center at the same time. */
    private static final int TOGETHER = 8;

    private final AttemptQueue queue;
    private final AttemptReports reports;
    private final JobSpecs specs;
    private final RuntimeDoor centers;
    private final Clock clock;
    private final HeldClaims claims;

    Submitting(AttemptQueue queue, AttemptReports reports, JobSpecs specs, RuntimeDoor centers, Clock clock) {
        this.queue = queue;
        this.reports = reports;
        this.specs = specs;
        this.centers = centers;
        this.clock = clock;
        claims = new HeldClaims(queue, CLAIM, clock);
    }

    /** Tells the other servers that this one still works on what it has claimed. */
    void prolong() {
        claims.prolong();
    }

    /** Hands over what waits for this center. */
    void at(String centerId) {
        List<AttemptFacts> claimed = queue.claimToSubmit(centerId, CLAIM, TOGETHER);
        while (!claimed.isEmpty() && handOver(centerId, claimed)) {
            claimed = queue.claimToSubmit(centerId, CLAIM, TOGETHER);
        }
    }

    /** False where the center does not answer. */
    private boolean handOver(String centerId, List<AttemptFacts> claimed) {
        Instant last = clock.instant().plus(BEGIN_WITHIN);
        Queue<AttemptFacts> left = new ArrayDeque<>(claimed);
        List<String> taken = new ArrayList<>();
        Map<AttemptFacts, String> delayed = new LinkedHashMap<>();
        boolean answers = true;
        HeldClaims.Held held = claims.hold(claimed);
        try (JobConnection center = centers.open(centerId)) {
            while (answers
                    && !left.isEmpty()
                    && held.isSafe()
                    && !clock.instant().isAfter(last)) {
                answers = submit(center, left.remove(), taken, delayed);
            }
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} takes no job now: {1}", new Object[] {centerId, e.getMessage()});
            answers = false;
            left.forEach(attempt -> delayed.put(attempt, why(attempt, e)));
            left.clear();
        } finally {
            held.close();
            if (!taken.isEmpty()) {
                queue.submitted(taken);
            }
        }
        note(left, delayed, answers, held);
        return answers;
    }

    // Whose claim may end before it is submitted is left to the next who claims it.
    private void note(
            Collection<AttemptFacts> left, Map<AttemptFacts, String> delayed, boolean answers, HeldClaims.Held held) {
        if (!left.isEmpty() && answers) {
            queue.heard(ids(left), held.written(), Duration.ZERO);
        } else {
            left.forEach(attempt -> delayed.put(attempt, "The center does not answer now."));
        }
        if (!delayed.isEmpty()) {
            queue.silent(ids(delayed.keySet()), held.written(), PAUSE);
            tell(delayed);
        }
    }

    /** What was told already is not told again. */
    private void tell(Map<AttemptFacts, String> delayed) {
        Map<UUID, Map<String, String>> news = new LinkedHashMap<>();
        delayed.forEach((attempt, why) -> {
            if (!why.equals(attempt.reason())) {
                news.computeIfAbsent(attempt.jobId(), id -> new HashMap<>()).put(attempt.runtimeId(), why);
            }
        });
        news.forEach((jobId, whys) -> {
            try {
                reports.delay(jobId, whys);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Why job " + jobId + " is not taken could not be kept; again later.");
            }
        });
    }

    private static String why(AttemptFacts attempt, RuntimeFailure e) {
        return "The center cannot take it yet, and is asked again: "
                + CenterWords.forUsers(attempt.runtimeId(), e.getMessage());
    }

    private static List<String> ids(Collection<AttemptFacts> attempts) {
        return attempts.stream().map(AttemptFacts::runtimeId).toList();
    }

    /** False where the center does not answer; what is wrong with one attempt holds up no other. */
    private boolean submit(
            JobConnection center, AttemptFacts attempt, List<String> taken, Map<AttemptFacts, String> delayed) {
        try {
            if (isTaken(center, attempt)) {
                taken.add(attempt.runtimeId());
            }
            return true;
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Attempt {0} could not be handed over: {1}", new Object[] {
                attempt.runtimeId(), e.getMessage()
            });
            delayed.put(attempt, why(attempt, e));
            return e.reason() != Reason.UNREACHABLE && e.reason() != Reason.TIMED_OUT;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Attempt " + attempt.runtimeId() + " could not be handed over; again later.");
            delayed.put(attempt, "The platform could not hand it over, and tries again.");
            return true;
        }
    }

    /** False where the center said no, and where the job is gone. */
    private boolean isTaken(JobConnection center, AttemptFacts attempt) throws RuntimeFailure {
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
            reports.refuse(
                    attempt.jobId(), attempt.runtimeId(), CenterWords.forUsers("start of " + attempt.runtimeId(), e));
            return false;
        }
    }
}
