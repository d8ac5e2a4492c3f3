package org.computility.operations.execution;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.operations.recovery.OrphanAdoption;
import org.computility.shared.ThisServer;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/**
 * Every two seconds: prolongs the leases of the runs alive here, hears which of them are to stop, records ends that the
 * database missed, hands postponed runs to the engine again, and looks for orphans.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class RunHeartbeat {

    private static final Logger LOG = System.getLogger(RunHeartbeat.class.getName());
    /** An engine that refuses a job has written it down already, so not all that wait are handed over at each beat. */
    private static final int AGAIN_AT_ONCE = 50;

    /** Ten minutes of ticks. */
    private static final int TICKS_BETWEEN_SWEEPS = 300;

    @Inject
    private LiveRuns live;

    @EJB
    private RunLauncher launcher;

    @EJB
    private OrphanAdoption adoption;

    @EJB
    private RunAttempts attempts;

    @Inject
    private ThisServer server;

    @Inject
    private RunRecorder recorder;

    private int ticks;

    @PostConstruct
    void announce() {
        LOG.log(Level.INFO, "Batch runs of this server are recorded under {0}.", server.name());
    }

    /** One beat; a failing database is only logged, for the next beat comes soon. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "batch run leases")
    public void beat() {
        try {
            live.all().stream().filter(run -> run.end() != null).forEach(recorder::record);
            renew();
            live.all().stream()
                    .filter(LiveRun::isPostponed)
                    .limit(AGAIN_AT_ONCE)
                    .filter(LiveRun::tryAgain)
                    .forEach(run -> launcher.launch(run.id(), run.attempt()));
            if (ticks++ % TICKS_BETWEEN_SWEEPS == 0) {
                adoption.sweep();
            }
            if (live.mayAdopt()) {
                adoption.adopt();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The leases of this server's batch runs could not be prolonged.", e);
        }
    }

    private void renew() {
        long now = System.nanoTime();
        Collection<LiveRun> alive = live.all();
        if (alive.isEmpty()) {
            return;
        }
        List<Long> ids = alive.stream().map(LiveRun::id).toList();
        Map<Long, Renewal> renewed =
                attempts.renew(ids).stream().collect(Collectors.toMap(Renewal::runId, Function.identity()));
        alive.stream().filter(run -> isOurs(run, renewed.get(run.id()))).forEach(run -> run.held(now));
        alive.stream()
                .filter(run -> mustStop(run, renewed.get(run.id())))
                .forEach(run -> launcher.stop(run.id(), run.attempt()));
    }

    private static boolean isOurs(LiveRun run, Renewal renewal) {
        return renewal != null && renewal.attempt() == run.attempt();
    }

    private static boolean mustStop(LiveRun run, Renewal renewal) {
        return renewal == null || renewal.stops(run);
    }
}
