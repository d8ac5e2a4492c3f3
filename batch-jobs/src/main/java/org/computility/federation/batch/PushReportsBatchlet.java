package org.computility.federation.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformSession;
import org.computility.federation.push.PushOutcome;
import org.computility.federation.push.UpwardReports;
import org.computility.federation.upper.UpperMonitoring;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.reporting.reports.ReportStateView;

/**
 * Sends what is new, then what was left before, one state after the other. What was sent is kept at once: a run that
 * breaks off goes on where it was, by itself the next day or restarted by somebody.
 */
@Named("pushReportsBatchlet")
@Dependent
public class PushReportsBatchlet implements Batchlet {

    /** So many are sent with one token. */
    private static final int PAGE = 200;

    /** Between tries of a report that the platform above breaks over. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));

    private static final int MOST_BROKEN = 3;

    /** What engines keep of an exit status. */
    private static final int LONGEST = 400;

    @EJB
    UpperPlatformRegistry platforms;

    @EJB
    UpwardReports reports;

    @Inject
    UpperMonitoring monitoring;

    @Inject
    JobContext job;

    /** What was refused, or put aside, by this run: not again before the next. */
    private final Set<Long> notNow = new HashSet<>();

    /** Centers over which the platform above broke since it took something. */
    private final Set<Integer> brokenOver = new HashSet<>();

    private final CountDownLatch ending = new CountDownLatch(1);
    private PlatformAway broken;
    private int aside;
    private int taken;
    private int refused;
    private volatile boolean asked;

    @Override
    public String process() {
        Optional<PlatformAddress> upper = platforms.current();
        try {
            upper.ifPresent(this::send);
            upper.ifPresent(this::again);
            if (broken != null && taken == 0) {
                throw broken;
            }
        } catch (PlatformAway away) {
            // What the run shows.
            String words = away.getMessage();
            job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST)));
            throw away;
        }
        if (asked) {
            return "STOPPED";
        }
        job.setExitStatus("COMPLETED: " + taken + " taken, " + refused + " refused, " + aside + " put aside");
        return "COMPLETED";
    }

    @Override
    public void stop() {
        asked = true;
        ending.countDown();
    }

    private void send(PlatformAddress upper) {
        List<ReportStateView> page = reports.next(upper, PAGE);
        while (!page.isEmpty() && goesOn(upper)) {
            PlatformSession session = monitoring.login(upper);
            // Looked at once more: while a page is told, reports change, and centers are merged.
            page.stream()
                    .takeWhile(state -> !asked)
                    .flatMap(state -> reports.again(state.knownOn()).stream())
                    .forEach(state -> tell(upper, session, state));
            page = reports.next(upper, PAGE);
        }
    }

    /** What was refused, put aside or lost before this run, and what counts only since centers were merged or parted. */
    private void again(PlatformAddress upper) {
        List<Long> points = reports.left(upper, 0, PAGE);
        while (!points.isEmpty() && goesOn(upper)) {
            PlatformSession session = monitoring.login(upper);
            points.stream()
                    .takeWhile(point -> !asked)
                    .filter(point -> !notNow.contains(point))
                    .flatMap(point -> reports.again(point).stream())
                    .forEach(state -> tell(upper, session, state));
            points = reports.left(upper, points.get(points.size() - 1), PAGE);
        }
    }

    /** Nothing goes to a platform that is not the one above any more. */
    private boolean goesOn(PlatformAddress upper) {
        return !asked && platforms.current().filter(upper::equals).isPresent();
    }

    private void tell(PlatformAddress upper, PlatformSession session, ReportStateView state) {
        switch (told(upper, session, state)) {
            case REFUSED -> {
                refused++;
                notNow.add(state.knownOn());
            }
            case ASIDE -> {
                aside++;
                notNow.add(state.knownOn());
            }
            default -> taken++;
        }
    }

    /** A platform that breaks over several centers, one after the other, is broken itself; over one, that one waits. */
    private PushOutcome told(PlatformAddress upper, PlatformSession session, ReportStateView state) {
        for (int attempt = 1; ; attempt++) {
            try {
                PushOutcome outcome = reports.tell(upper, session, state);
                brokenOver.clear();
                return outcome;
            } catch (PlatformAway away) {
                if (away.why() != PlatformAway.Cause.BROKEN) {
                    throw away;
                }
                if (attempt == PAUSES.size() + 1 || asksToEnd(PAUSES.get(attempt - 1))) {
                    broken = away;
                    brokenOver.add(state.centerId());
                    if (brokenOver.size() == MOST_BROKEN) {
                        throw away;
                    }
                    return reports.setAside(upper, state, away.getMessage());
                }
            }
        }
    }

    /** Waits so long, unless the run is asked to end. */
    private boolean asksToEnd(Duration pause) {
        try {
            return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
