package org.computility.compute.events;

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
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeConfig;
import org.computility.compute.Liveness;
import org.computility.compute.NodeAddresses;
import org.computility.compute.NodeOnline;
import org.computility.compute.NodeUnregistered;
import org.computility.compute.heartbeat.Heartbeats;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Finds deaths that the network tells, long before silence does: the event stream broke, the node's address refuses
 * connections again and again, and nothing was heard of the node meanwhile. Works where {@link RuntimeWatch} does.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeathWatch {

    private static final Logger LOG = Logger.getLogger(DeathWatch.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private Accelerators accelerators;

    @EJB
    private Liveness liveness;

    @Inject
    private NodeAddresses addresses;

    @Inject
    private Heartbeats heartbeats;

    @Inject
    private Keepalives keepalives;

    @Inject
    private Clock clock;

    private final Suspects suspects = new Suspects();
    private final Rounds rounds =
            new Rounds(LOG, "Nodes that lost their stream could not be probed; again in a second.");
    private Probing probing;
    private boolean trustsTheNetwork;

    @PostConstruct
    void start() {
        trustsTheNetwork = ComputeConfig.current().networkDeaths();
        probing = new Probing(suspects, accelerators, addresses, liveness, heartbeats, keepalives, clock);
    }

    public void on(@Observes AcceleratorEvent.StreamOpened event) {
        suspects.opened(event.computeCode());
    }

    public void on(@Observes AcceleratorEvent.StreamLost event) {
        suspects.lost(event.computeCode(), clock.instant());
    }

    public void on(@Observes NodeOnline event) {
        suspects.clear(event.code());
    }

    public void on(@Observes NodeUnregistered event) {
        suspects.clear(event.code());
    }

    /** This server keeps the streams to these nodes and to no others. */
    public void watching(Set<String> computeCodes) {
        suspects.retain(computeCodes);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        if (trustsTheNetwork) {
            rounds.run(() -> probing.begin(executor));
        }
    }
}
