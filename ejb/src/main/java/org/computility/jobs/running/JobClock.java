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
import java.time.Duration;
import java.util.logging.Logger;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterRuntimes;
import org.computility.jobs.JobPrices;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.register.AttemptQueue;
import org.computility.jobs.register.AttemptReports;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.running.places.Snapshots;
import org.computility.jobs.shares.ShareRules;
import org.computility.operations.leases.KeptLease;
import org.computility.operations.leases.NamedLeases;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every second: places what waits, takes back what was borrowed, and tells what waits when it may start (one server for
 * all, by lease); hands over what is placed, and asks for what was handed over (every server; rows are claimed).
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobClock {

    private static final Logger LOG = Logger.getLogger(JobClock.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** At a center: each hand-over waits for its disk and for its daemon, and a few wait together. */
    private static final int HANDING_OVER = 4;

    @EJB
    private AttemptQueue queue;

    @EJB
    private AttemptReports reports;

    @EJB
    private JobPlacements placements;

    @EJB
    private CenterDirectory directory;

    @EJB
    private CenterRuntimes runtimes;

    @EJB
    private ShareRules rules;

    @Inject
    private JobSpecs specs;

    @Inject
    private NetworkNow network;

    @Inject
    private JobPrices prices;

    @Inject
    private NamedLeases leases;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final Rounds placing = new Rounds(LOG, "Waiting jobs could not be placed; again in a second.");
    private final Rounds submitting = new Rounds(LOG, "Placed jobs could not be handed over; again in a second.");
    private final Rounds asking = new Rounds(LOG, "Centers could not be asked for their jobs; again in a second.");
    private final Rounds holding = new Rounds(LOG, "Claims of jobs could not be prolonged; again in some seconds.");
    private final Rounds forecasting =
            new Rounds(LOG, "Waiting jobs could not be told when they may start; again in a moment.");
    private PlacingRound round;
    private Forecasting forecasts;
    private KeptLease placement;
    private KeptLease forecast;
    private Submitting handingOver;
    private Asking inquiries;
    private CenterWork submissions;
    private CenterWork questions;

    @PostConstruct
    void start() {
        JobsConfig config = JobsConfig.current();
        placement = new KeptLease(() -> leases.acquire("job-placement", LEASE), LEASE.dividedBy(5));
        forecast = new KeptLease(() -> leases.acquire("job-forecasts", LEASE), LEASE.dividedBy(5));
        round = new PlacingRound(
                placements,
                new Snapshots(placements, directory::centers, prices::ofSecond),
                rules::current,
                Placement::round,
                config.moveAfter(),
                clock);
        forecasts = new Forecasting(placements, network::look);
        handingOver = new Submitting(queue, reports, specs, runtimes::open, clock);
        submissions = new CenterWork("Handing jobs over", handingOver::at, HANDING_OVER, executor);
        inquiries = new Asking(queue, reports, runtimes::open, config.pollInterval(), clock);
        questions = new CenterWork("Asking for jobs", inquiries::at, 1, executor);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void place() {
        placing.run(() -> {
            if (placement.isHeld()) {
                round.place(placement::isHeld);
            }
        });
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void forecast() {
        forecasting.run(() -> {
            if (forecast.isHeld()) {
                forecasts.tell(forecast::isHeld);
            }
        });
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void submit() {
        submitting.run(() -> submissions.begin(queue.centersToSubmitTo()));
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void ask() {
        asking.run(() -> questions.begin(queue.centersToAsk()));
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void hold() {
        holding.run(() -> {
            handingOver.prolong();
            inquiries.prolong();
        });
    }
}
