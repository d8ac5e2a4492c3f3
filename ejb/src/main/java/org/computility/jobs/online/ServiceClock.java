package org.computility.jobs.online;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import org.computility.centers.CenterRuntimes;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.jobs.register.ServiceTasks;
import org.computility.operations.leases.NamedLeases;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Asks services whether they serve (one server for all, by lease), and writes down their calls (every server its own). */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServiceClock {

    private static final Logger LOG = Logger.getLogger(ServiceClock.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(10);

    @EJB
    private ServiceTasks tasks;

    @EJB
    private CenterRuntimes runtimes;

    @Inject
    private NamedLeases leases;

    @Inject
    private CallMeter meter;

    @Inject
    private Clock clock;

    private final Rounds looks = new Rounds(LOG, "Services could not be asked whether they serve; again in a second.");
    private final Rounds counts = new Rounds(LOG, "Calls of services could not be written down; again in a second.");
    private HealthRound round;
    private Duration interval;
    private Instant next = Instant.MIN;

    @PostConstruct
    void start() {
        round = new HealthRound(tasks, centers());
        interval = ServicesConfig.current().healthInterval();
    }

    private HealthRound.Centers centers() {
        return new HealthRound.Centers() {
            @Override
            public JobConnection open(String centerId) throws RuntimeFailure {
                return runtimes.open(centerId);
            }

            @Override
            public boolean admits(String centerId, ServiceEndpoint endpoint) {
                return runtimes.admits(centerId, endpoint);
            }
        };
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        looks.run(() -> {
            Instant now = clock.instant();
            if (!now.isBefore(next) && leases.acquire("service-health", LEASE)) {
                // Seconds are what the timer has.
                next = now.plus(interval).minusMillis(500);
                round.look();
            }
        });
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void write() {
        counts.run(meter::write);
    }

    /** A server that is stopped in order loses no call that a replica has taken. */
    @PreDestroy
    void stop() {
        counts.run(meter::write);
    }
}
