package org.computility.federation.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformSession;
import org.computility.federation.push.PushOutcome;
import org.computility.federation.push.UpwardReports;
import org.computility.federation.upper.UpperMonitoring;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.reporting.reports.ReportStateView;

/**
 * Sends what is new, then once more what was refused before, one state after the other. What was sent is kept at once: a run that
 * breaks off goes on where it was, by itself the next day or restarted by somebody.
 */
@Named("pushReportsBatchlet")
@Dependent
public class PushReportsBatchlet implements Batchlet {

    /** So many are sent with one token. */
    private static final int PAGE = 200;

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

    private final Set<Long> refusedNow = new HashSet<>();
    private int taken;
    private int refused;
    private volatile boolean asked;

    @Override
    public String process() {
        Optional<PlatformAddress> upper = platforms.current();
        try {
            upper.ifPresent(this::send);
            upper.ifPresent(this::again);
        } catch (PlatformAway away) {
            // What the run shows.
            String words = away.getMessage();
            job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST)));
            throw away;
        }
        if (asked) {
            return "STOPPED";
        }
        job.setExitStatus("COMPLETED: " + taken + " taken, " + refused + " refused");
        return "COMPLETED";
    }

    @Override
    public void stop() {
        asked = true;
    }

    private void send(PlatformAddress upper) {
        List<ReportStateView> page = reports.next(upper, PAGE);
        while (!page.isEmpty() && goesOn(upper)) {
            PlatformSession session = monitoring.login(upper);
            page.stream().takeWhile(state -> !asked).forEach(state -> tell(upper, session, state));
            page = reports.next(upper, PAGE);
        }
    }

    /** What was refused before this run. */
    private void again(PlatformAddress upper) {
        List<Long> points = reports.refused(upper, 0, PAGE);
        while (!points.isEmpty() && goesOn(upper)) {
            PlatformSession session = monitoring.login(upper);
            points.stream()
                    .takeWhile(point -> !asked)
                    .filter(point -> !refusedNow.contains(point))
                    .flatMap(point -> reports.again(point).stream())
                    .forEach(state -> tell(upper, session, state));
            points = reports.refused(upper, points.get(points.size() - 1), PAGE);
        }
    }

    /** Nothing goes to a platform that is not the one above any more. */
    private boolean goesOn(PlatformAddress upper) {
        return !asked && platforms.current().filter(upper::equals).isPresent();
    }

    private void tell(PlatformAddress upper, PlatformSession session, ReportStateView state) {
        if (reports.tell(upper, session, state) == PushOutcome.REFUSED) {
            refused++;
            refusedNow.add(state.knownOn());
        } else {
            taken++;
        }
    }
}
