package org.computility.centers.probing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Once a second, on every server: has the centers asked that are due. Each is due on one server only. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ProbeRounds {

    private static final Logger LOG = Logger.getLogger(ProbeRounds.class.getName());

    /** So many a round; a server that has more of them takes the others a second later. */
    private static final int MOST = 50;

    @EJB
    private RegisteredCenters registered;

    @Inject
    private CenterProbes probes;

    @Inject
    private Clock clock;

    private final Rounds rounds = new Rounds(LOG, "The centers could not be asked; again in a second.");
    private Duration interval;

    @PostConstruct
    void prepare() {
        interval = CentersConfig.current().interval();
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(this::askDue);
    }

    private void askDue() {
        Instant now = clock.instant();
        registered.claimDue(now, now.plus(interval), MOST).forEach(probes::begin);
    }
}
