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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeConfig;
import org.computility.compute.NodeAddresses;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * The one place that compares what nodes hold with what they should hold. A node is compared whole when its event
 * stream opens. From then on it is compared at a steady interval, to make up for news that got lost on the open stream:
 * these rounds ask only for what should be there.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeReconciliation {

    private static final Logger LOG = Logger.getLogger(NodeReconciliation.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private Accelerators accelerators;

    @Inject
    private NodeAddresses addresses;

    @Inject
    private Instance<NodeHolding<?>> holdings;

    @Inject
    private Clock clock;

    private final Rounds rounds = new Rounds(LOG, "No node could be compared; again in a second.");
    private DueNodes due;
    private Comparison comparison;
    private ComparisonWorkers workers;

    @PostConstruct
    void start() {
        due = new DueNodes(ComputeConfig.current().comparisonInterval());
        comparison = new Comparison(holdings.stream().toList(), addresses, accelerators, clock);
        workers = new ComparisonWorkers(executor, due, comparison::compare, clock);
    }

    /** Has a node compared whole after that time, once, whether its stream is open or not. */
    public void compareAfter(String computeCode, Duration delay) {
        due.once(computeCode, clock.instant().plus(delay));
    }

    /** Compares what a node holds of one kind and returns when done; a node that does not answer leaves everything as it is. */
    public void compareNow(String computeCode, NodeHolding<?> holding) {
        comparison.compare(computeCode, holding);
    }

    /** A node is heard again. */
    public void on(@Observes AcceleratorEvent.StreamOpened event) {
        due.opened(event.computeCode(), clock.instant());
    }

    /** A node that cannot be heard is compared when its stream opens. */
    public void on(@Observes AcceleratorEvent.StreamLost event) {
        due.closed(event.computeCode());
    }

    /** This server keeps the streams to these nodes and to no others, whatever news of others is still on its way. */
    public void watching(Set<String> computeCodes) {
        due.closedAllBut(computeCodes);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(workers::handOut);
    }
}
