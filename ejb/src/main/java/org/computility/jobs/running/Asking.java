package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;

/** Asks a center what became of its attempts, all in one call, and tells those to end that shall, until they have. */
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class.getName());
    private static final Duration CLAIM = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TOGETHER = 500;

    /** So few that their claims outlast it. */
    private static final int TO_END_TOGETHER = 50;

    private final AttemptQueue queue;
    private final AttemptReports reports;
    private final RuntimeDoor centers;
    private final Duration interval;
    private final Clock clock;
    private final HeldClaims claims;

    /** @param interval between two questions for the same attempt */
    Asking(AttemptQueue queue, AttemptReports reports, RuntimeDoor centers, Duration interval, Clock clock) {
        this.queue = queue;
        this.reports = reports;
        this.centers = centers;
        this.interval = interval;
        this.clock = clock;
        claims = new HeldClaims(queue, CLAIM, clock);
    }

    /** Tells the other servers that this one still works on what it has claimed. */
    void prolong() {
        claims.prolong();
    }

    /** Asks this center for all that is due. */
    void at(String centerId) {
        List<AttemptFacts> claimed = queue.claimToAsk(centerId, CLAIM, TOGETHER);
        while (!claimed.isEmpty() && ask(centerId, claimed)) {
            claimed = claimed.size() < TOGETHER ? List.of() : queue.claimToAsk(centerId, CLAIM, TOGETHER);
        }
    }

    /** False where the center does not answer. */
    private boolean ask(String centerId, List<AttemptFacts> claimed) {
        List<String> ids = claimed.stream().map(AttemptFacts::runtimeId).toList();
        List<JobReport> told;
        Instant asked;
        HeldClaims.Held held = claims.hold(claimed);
        try (held;
                JobConnection center = centers.open(centerId)) {
            cancel(center, toEnd(claimed), TO_END_TOGETHER, held);
            asked = clock.instant();
            told = states(center, ids);
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} does not tell of its jobs: {1}", new Object[] {centerId, e.getMessage()});
            queue.silent(ids, held.written(), PAUSE);
            return false;
        }
        Set<String> heard = told.stream().map(JobReport::jobId).collect(Collectors.toSet());
        List<String> silent = ids.stream().filter(id -> !heard.contains(id)).toList();
        if (!silent.isEmpty()) {
            queue.silent(silent, held.written(), PAUSE);
        }
        take(claimed, told, held, asked);
        return true;
    }

    private static List<String> toEnd(List<AttemptFacts> claimed) {
        return claimed.stream()
                .filter(AttemptFacts::toEnd)
                .map(AttemptFacts::runtimeId)
                .toList();
    }

    // What cannot be told to end now is told again at the next question.
    private static void cancel(JobConnection center, List<String> ids, int together, HeldClaims.Held held) {
        for (int from = 0; from < ids.size() && held.isSafe(); from += together) {
            List<String> some = ids.subList(from, Math.min(from + together, ids.size()));
            try {
                center.cancel(some);
            } catch (RuntimeFailure | RuntimeException e) {
                LOG.log(Level.INFO, "Attempts {0} could not be told to end: {1}", new Object[] {some, e});
                if (!isOfOne(e)) {
                    return;
                }
                if (together > 1) {
                    cancel(center, some, 1, held);
                }
            }
        }
    }

    private static List<JobReport> states(JobConnection center, List<String> ids) throws RuntimeFailure {
        try {
            return center.states(ids);
        } catch (RuntimeFailure | RuntimeException e) {
            if (!isOfOne(e)) {
                throw e;
            }
            LOG.log(Level.INFO, "Of {0} attempts each is asked for alone: {1}", new Object[] {ids.size(), e});
            return statesSingly(center, ids);
        }
    }

    /** Without those that the center does not tell of in a way that makes sense. */
    private static List<JobReport> statesSingly(JobConnection center, List<String> ids) {
        List<JobReport> told = new ArrayList<>();
        for (String id : ids) {
            try {
                told.add(center.state(id));
            } catch (RuntimeFailure | RuntimeException e) {
                LOG.log(Level.INFO, "Attempt {0} is not told of: {1}", new Object[] {id, e});
                if (!isOfOne(e)) {
                    return told;
                }
            }
        }
        return told;
    }

    /** Whether a failure may be of one attempt, and not of the center. */
    private static boolean isOfOne(Exception e) {
        return !(e instanceof RuntimeFailure failure)
                || failure.reason() == Reason.GARBLED
                || failure.reason() == Reason.REFUSED;
    }

    private void take(List<AttemptFacts> claimed, List<JobReport> told, HeldClaims.Held held, Instant asked) {
        Map<String, AttemptFacts> known =
                claimed.stream().collect(Collectors.toMap(AttemptFacts::runtimeId, Function.identity()));
        List<String> unchanged = new ArrayList<>();
        Map<UUID, List<JobReport>> changed = told.stream()
                .filter(report -> known.containsKey(report.jobId()))
                .filter(report -> isNews(known.get(report.jobId()), report, unchanged))
                .collect(Collectors.groupingBy(
                        report -> known.get(report.jobId()).jobId()));
        List<String> heard = new ArrayList<>(unchanged);
        changed.forEach((jobId, news) -> {
            if (isTaken(jobId, news, asked)) {
                news.forEach(report -> heard.add(report.jobId()));
            }
        });
        if (!heard.isEmpty()) {
            queue.heard(heard, held.written(), interval);
        }
        if (!unchanged.isEmpty()) {
            reports.tellRunning(unchanged, asked);
        }
    }

    /** What cannot be taken over is asked for again when its claim has ended. */
    private boolean isTaken(UUID jobId, List<JobReport> news, Instant asked) {
        try {
            reports.take(jobId, news, asked);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What became of job " + jobId + " could not be taken over; again later.");
            return false;
        }
    }

    private static boolean isNews(AttemptFacts known, JobReport report, List<String> unchanged) {
        boolean waitsAlike = report.state() != JobState.QUEUED || Objects.equals(known.reason(), report.reason());
        boolean same = known.state() == AttemptState.of(report.state())
                && (known.startedAt() != null || report.startedAt() == null)
                && waitsAlike;
        if (same) {
            unchanged.add(known.runtimeId());
        }
        return !same;
    }
}
