package org.computility.jobs.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;

/** Asks a center what became of its attempts, all in one call, and tells those to end that shall, until they have. */
final class Asking {

    private static final Logger LOG = Logger.getLogger(Asking.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int TOGETHER = 500;

    private final AttemptQueue queue;
    private final AttemptReports reports;
    private final RuntimeDoor centers;
    private final Duration interval;

    /** @param interval between two questions for the same attempt */
    Asking(AttemptQueue queue, AttemptReports reports, RuntimeDoor centers, Duration interval) {
        this.queue = queue;
        this.reports = reports;
        this.centers = centers;
        this.interval = interval;
    }

    /** Asks this center for all that is due. */
    void at(String centerId) {
        List<AttemptFacts> claimed = queue.claimToAsk(centerId, interval, TOGETHER);
        while (!claimed.isEmpty() && ask(centerId, claimed)) {
            claimed = claimed.size() < TOGETHER ? List.of() : queue.claimToAsk(centerId, interval, TOGETHER);
        }
    }

    private boolean ask(String centerId, List<AttemptFacts> claimed) {
        List<String> ids = claimed.stream().map(AttemptFacts::runtimeId).toList();
        List<JobReport> told;
        try (JobConnection center = centers.open(centerId)) {
            for (AttemptFacts attempt : claimed) {
                if (attempt.toEnd()) {
                    center.cancel(attempt.runtimeId());
                }
            }
            told = center.states(ids);
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} does not tell of its jobs: {1}", new Object[] {centerId, e.getMessage()});
            queue.silent(ids, PAUSE);
            return false;
        }
        take(claimed, told);
        return true;
    }

    private void take(List<AttemptFacts> claimed, List<JobReport> told) {
        Map<String, AttemptFacts> known =
                claimed.stream().collect(Collectors.toMap(AttemptFacts::runtimeId, Function.identity()));
        List<String> unchanged = new ArrayList<>();
        Map<UUID, List<JobReport>> changed = told.stream()
                .filter(report -> isNews(known.get(report.jobId()), report, unchanged))
                .collect(Collectors.groupingBy(
                        report -> known.get(report.jobId()).jobId()));
        changed.forEach(reports::take);
        if (!unchanged.isEmpty()) {
            queue.heard(unchanged);
            reports.tellRunning(unchanged);
        }
    }

    private static boolean isNews(AttemptFacts known, JobReport report, List<String> unchanged) {
        boolean same = known.state() == AttemptState.of(report.state())
                && (known.startedAt() != null || report.startedAt() == null);
        if (same) {
            unchanged.add(known.runtimeId());
        }
        return !same;
    }
}
