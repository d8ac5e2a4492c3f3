package org.computility.compute.events;

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
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeAddresses;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.operations.leases.NamedLeases;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Keeps the event streams of all online nodes open. One server of a cluster does it for all, by lease. When that server
 * dies, another opens the streams within seconds, and each node then repeats its whole state.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RuntimeWatch {

    private static final Logger LOG = Logger.getLogger(RuntimeWatch.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** What came last on a stream was written down as a sign of life a moment later. */
    private static final Duration SAME_SIGN = Duration.ofSeconds(1);

    @Resource(lookup = "java:app/eis/accelerators")
    private AcceleratorConnectionFactory factory;

    @Inject
    private NamedLeases leases;

    @Inject
    private NodeAddresses addresses;

    @EJB
    private NodeReconciliation reconciliation;

    @EJB
    private DeathWatch deaths;

    @Inject
    private Clock clock;

    private final Rounds rounds = new Rounds(LOG, "The nodes' event streams could not be compared; again in a second.");
    private final LostStreams lost = new LostStreams();
    private final WatchedNodes watched = new WatchedNodes(new AdapterStreams());

    public void on(@Observes AcceleratorEvent.StreamOpened event) {
        lost.opened(event.computeCode());
    }

    /** From now on, the node's next sign of life brings the next attempt. */
    public void on(@Observes AcceleratorEvent.StreamLost event) {
        lost.lost(event.computeCode(), clock.instant());
    }

    /** The node's next sign of life elsewhere opens the stream anew. */
    public void on(@Observes AcceleratorEvent.StreamQuiet event) {
        lost.quiet(event.computeCode(), clock.instant().minus(event.silence()).plus(SAME_SIGN));
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(this::follow);
    }

    private void follow() {
        if (leases.acquire("runtime-events", LEASE)) {
            watched.follow(addresses, clock.instant());
            watched.retry(lost, addresses, clock.instant());
        } else {
            watched.dropAll();
        }
        reconciliation.watching(watched.codes());
        deaths.watching(watched.codes());
    }

    private final class AdapterStreams implements WatchedNodes.Streams {

        @Override
        public boolean open(NodeAddress address) {
            try {
                RuntimeAddress node = addresses.open(address);
                factory.unwatch(address.code());
                factory.watch(node);
                return true;
            } catch (ResourceException | IllegalStateException e) {
                LOG.log(Level.WARNING, "The event stream of compute " + address.code() + " cannot be watched.", e);
                return false;
            }
        }

        @Override
        public void hurry(NodeAddress address) {
            try {
                factory.watch(addresses.open(address));
            } catch (ResourceException | IllegalStateException e) {
                LOG.log(Level.WARNING, "The event stream of compute " + address.code() + " cannot be tried.", e);
            }
        }

        @Override
        public void close(String code) {
            try {
                factory.unwatch(code);
            } catch (ResourceException e) {
                LOG.log(Level.WARNING, "The event stream of compute " + code + " cannot be closed.", e);
            }
        }
    }
}
