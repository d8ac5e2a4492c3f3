package org.computility.jobs.running;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.CenterRuntimes;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every five seconds, on every server: ends what was left at centers that were removed, here and, should they be there again, there; and
 * has deleted jobs forgotten.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobTidying {

    private static final Logger LOG = Logger.getLogger(JobTidying.class.getName());

    @EJB
    private AttemptQueue queue;

    @EJB
    private AttemptReports reports;

    @EJB
    private CenterDirectory directory;

    @EJB
    private CenterRuntimes runtimes;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final Rounds forgetting = new Rounds(LOG, "Deleted jobs could not be forgotten; again in some seconds.");
    private final Rounds abandoning =
            new Rounds(LOG, "What was left at removed centers could not be ended; again in some seconds.");
    private final Rounds returning =
            new Rounds(LOG, "What runs on at centers that are back could not be ended; again in some seconds.");
    private Abandoning abandoned;
    private LeftBehind left;
    private CenterWork endings;
    private Forgetting deleted;

    @PostConstruct
    void start() {
        Forgetting.KnownCenters known = id -> directory.center(id).isPresent();
        abandoned = new Abandoning(reports, directory::removals, known, clock);
        left = new LeftBehind(
                queue,
                runtimes::open,
                id -> directory.center(id).filter(CenterFacts::connected).isPresent());
        endings = new CenterWork("Ending what was left behind", left::endAt, 1, executor);
        deleted = new Forgetting(queue, runtimes::open, known);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void abandon() {
        abandoning.run(() -> {
            if (abandoned.abandon()) {
                directory.settleRemovals(clock.instant().minus(Abandoning.KEPT));
            }
        });
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void endLeftBehind() {
        returning.run(() -> endings.begin(left.centers()));
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void forget() {
        forgetting.run(deleted::forget);
    }
}
