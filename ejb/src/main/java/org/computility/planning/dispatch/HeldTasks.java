package org.computility.planning.dispatch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.compute.NodeAddresses;
import org.computility.compute.events.NodeHolding;
import org.computility.compute.events.NodeReconciliation;
import org.computility.compute.events.Told;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.TaskReport;

/** The tasks that nodes run: reports are taken over, strangers are stopped at their node, missing tasks start anew. */
@ApplicationScoped
public class HeldTasks implements NodeHolding<TaskReport> {

    private static final Logger LOG = Logger.getLogger(HeldTasks.class.getName());

    /** A node is asked once more after that time if something changed while it was asked, or has not ended yet. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    ActiveTasks active;

    @EJB
    NewsIntake intake;

    @EJB
    RunEnding ending;

    @EJB
    Accelerators accelerators;

    @Inject
    NodeAddresses addresses;

    @EJB
    NodesToAvoid avoided;

    @EJB
    NodeReconciliation reconciliation;

    @Override
    public List<TaskReport> ask(AcceleratorConnection node) throws RuntimeFailure {
        return node.tasks();
    }

    @Override
    public Set<String> expectedAt(Collection<String> computeCodes) {
        return Set.copyOf(active.nodes(computeCodes.toArray(String[]::new)));
    }

    @Override
    public void compare(List<Told<TaskReport>> told) {
        Map<String, List<ActiveTasks.Held>> held =
                active.onNodes(told.stream().map(Told::computeCode).toArray(String[]::new)).stream()
                        .collect(Collectors.groupingBy(ActiveTasks.Held::computeCode));
        List<NodeTasks> nodes = told.stream()
                .map(one -> NodeTasks.of(one, held.getOrDefault(one.computeCode(), List.of())))
                .toList();
        takeOver(nodes);
        // First what is written down alone: stopping asks nodes, which may take long, and what was read gets old
        // meanwhile.
        startAnew(nodes);
        stopStrangers(nodes);
    }

    private void takeOver(List<NodeTasks> nodes) {
        List<News> news = nodes.stream().flatMap(node -> node.news().stream()).toList();
        if (!news.isEmpty()) {
            intake.takeOver(news);
        }
    }

    /**
     * A task that is alive at the node and should not be has missed its stop, unless it changed while the node was
     * asked.
     */
    private void stopStrangers(List<NodeTasks> nodes) {
        List<NodeTasks> having =
                nodes.stream().filter(node -> !node.strangers().isEmpty()).toList();
        if (having.isEmpty()) {
            return;
        }
        UUID[] ids = having.stream()
                .flatMap(node -> node.strangers().stream())
                .map(News::id)
                .toArray(UUID[]::new);
        Set<UUID> changed = Set.copyOf(active.changedSince(ids, NodeTasks.firstAsked(having)));
        for (NodeTasks node : having) {
            List<News> old = node.strangers().stream()
                    .filter(news -> !changed.contains(news.id()))
                    .toList();
            stopThere(node.computeCode(), old);
            if (old.size() < node.strangers().size()) {
                reconciliation.compareAfter(node.computeCode(), SOON);
            }
        }
    }

    /**
     * Stops tasks that the node should not run, except tasks that were started there meanwhile, and those of another node
     * that has got the same address: then it is that node which answers.
     */
    public void stopThere(String computeCode, List<News> strangers) {
        if (strangers.isEmpty()) {
            return;
        }
        Set<UUID> ours =
                Set.copyOf(active.at(addresses.neighboursOf(computeCode).toArray(String[]::new)));
        List<ActiveTask> unwanted = strangers.stream()
                .filter(news -> !ours.contains(news.id()))
                .map(news -> new ActiveTask(news.id(), computeCode))
                .toList();
        if (!unwanted.isEmpty()) {
            LOG.log(Level.INFO, "Stopping {0} tasks on {1} that it should not run.", new Object[] {
                unwanted.size(), computeCode
            });
            if (!Recall.from(computeCode, unwanted, accelerators, avoided)
                    .refused()
                    .isEmpty()) {
                reconciliation.compareAfter(computeCode, SOON);
            }
        }
    }

    private void startAnew(List<NodeTasks> nodes) {
        List<UUID> gone = new ArrayList<>();
        for (NodeTasks node : nodes) {
            NodeTasks.Missing missing = node.missing();
            gone.addAll(missing.gone());
            if (missing.someAreYoung()) {
                reconciliation.compareAfter(node.computeCode(), NodeTasks.ON_ITS_WAY);
            }
        }
        if (!gone.isEmpty()) {
            ending.lost(gone, "The node does not have it any more.", NodeTasks.firstAsked(nodes));
        }
    }
}
