package org.computility.federation.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.computility.federation.push.PushOutcome;
import org.computility.federation.push.UpwardReports;
import org.computility.federation.upper.UpperAddress;
import org.computility.federation.upper.UpperAway;
import org.computility.federation.upper.UpperMonitoring;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.federation.upper.UpperSession;
import org.computility.reporting.reports.ReportStateView;

/**
 * Sends what was refused before once more, then what is new, one state after the other. What was sent is kept at once: a run that
 * breaks off goes on where it was, by itself the next day or restarted by somebody.
 */
@Named("pushReportsBatchlet")
@Dependent
public class PushReportsBatchlet implements Batchlet {

    private static final int PAGE = 200;

    @EJB
    UpperPlatformRegistry platforms;

    @EJB
    UpwardReports reports;

    @Inject
    UpperMonitoring monitoring;

    @Inject
    JobContext job;

    private int taken;
    private int refused;
    private volatile boolean asked;

    @Override
    public String process() {
        Optional<UpperAddress> upper = platforms.current();
        if (upper.isEmpty()) {
            return "COMPLETED";
        }
        try {
            UpperSession session = monitoring.login(upper.get());
            again(upper.get(), session);
            send(upper.get(), session);
        } catch (UpperAway away) {
            // What the run shows.
            job.setExitStatus(away.getMessage());
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

    private void again(UpperAddress upper, UpperSession session) {
        List<Long> points = reports.refused(upper, 0, PAGE);
        while (!points.isEmpty()) {
            for (long point : points) {
                if (asked) {
                    return;
                }
                reports.again(point).ifPresent(state -> tell(upper, session, state));
            }
            points = reports.refused(upper, points.get(points.size() - 1), PAGE);
        }
    }

    private void send(UpperAddress upper, UpperSession session) {
        List<ReportStateView> page = reports.next(upper, PAGE);
        while (!page.isEmpty()) {
            for (ReportStateView state : page) {
                if (asked) {
                    return;
                }
                tell(upper, session, state);
            }
            page = reports.next(upper, PAGE);
        }
    }

    private void tell(UpperAddress upper, UpperSession session, ReportStateView state) {
        if (reports.tell(upper, session, state) == PushOutcome.REFUSED) {
            refused++;
        } else {
            taken++;
        }
    }
}
