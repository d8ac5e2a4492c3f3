package org.computility.planning.dispatch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.connector.TaskReport;
import org.computility.planning.dispatch.ActiveTasks.Expected;
import org.computility.shared.BusinessFailure;

/** Compares what a node runs with what it should run: strangers are stopped there, missing ones start anew. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeComparison {

    private static final Logger LOG = Logger.getLogger(NodeComparison.class.getName());

    /** A task younger than this may be on its way to the node while the node is asked. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    @EJB
    private Accelerators accelerators;

    @EJB
    private NewsIntake intake;

    @EJB
    private RunEnding ending;

    @Inject
    private ActiveTasks active;

    @EJB
    private NodesToAvoid avoided;

    @Inject
    private Clock clock;

    /** Compares one node; one that does not answer is compared when it is heard again. */
    public void compare(String computeCode) {
        try {
            List<TaskReport> reports = accelerators.call(computeCode, connection -> connection.tasks());
            List<News> news = new ArrayList<>();
            Set<UUID> there = new HashSet<>();
            for (TaskReport report : reports) {
                if (TaskNews.isOurs(report)) {
                    news.add(News.of(computeCode, report));
                    there.add(UUID.fromString(report.taskId()));
                }
            }
            intake.takeOver(news);
            // This is no old news: what is alive there now and should not be has missed its stop.
            stopThere(computeCode, news.stream().filter(News::alive).toList());
            missing(computeCode, there);
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Tasks of {0} not compared: {1}", new Object[] {computeCode, e.getMessage()});
        }
    }

    /** Stops at the node what it should not run, unless it has been started there meanwhile. */
    public void stopThere(String computeCode, List<News> strangers) {
        Set<UUID> ours = Set.copyOf(active.onNode(computeCode));
        List<UUID> ids = strangers.stream()
                .map(News::id)
                .filter(id -> !ours.contains(id))
                .toList();
        if (!ids.isEmpty()) {
            LOG.log(Level.INFO, "Stopping {0} tasks on {1} that it should not run.", new Object[] {
                ids.size(), computeCode
            });
            Recall.from(
                    computeCode,
                    ids.stream().map(id -> new ActiveTask(id, computeCode)).toList(),
                    accelerators,
                    avoided);
        }
    }

    private void missing(String computeCode, Set<UUID> there) {
        List<UUID> settled = new ArrayList<>();
        boolean someAreYoung = false;
        for (Expected expected : active.expected(computeCode, clock.instant().minus(ON_ITS_WAY))) {
            if (there.contains(expected.id())) {
                continue;
            }
            if (expected.settled()) {
                settled.add(expected.id());
            } else {
                someAreYoung = true;
            }
        }
        ending.lost(settled, "The node does not have it any more.");
        if (someAreYoung) {
            avoided.compareAgain(computeCode, ON_ITS_WAY);
        }
    }
}
