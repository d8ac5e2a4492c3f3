package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.events.NodeReconciliation;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.connector.accelerator.TaskReport;
import org.computility.shared.UuidText;

/**
 * Collects what nodes report about tasks and takes it over in bulk: a thousand tasks that start at once cost a few
 * statements. News of one node keeps its order. News that is lost with the server is found out when the node is
 * compared.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskNews {

    private static final Logger LOG = Logger.getLogger(TaskNews.class.getName());

    private static final int AT_ONCE = 1000;

    private final Queue<News> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();

    @Resource
    private ManagedExecutorService executor;

    @EJB
    NewsIntake intake;

    @Inject
    HeldTasks held;

    @EJB
    NodeReconciliation reconciliation;

    /** Takes note and returns at once. */
    public void on(@Observes AcceleratorEvent.TaskChanged event) {
        if (isOurs(event.task())) {
            waiting.add(News.of(event.computeCode(), event.task()));
            work();
        }
    }

    static boolean isOurs(TaskReport report) {
        return report.status() != null && UuidText.isOne(report.taskId());
    }

    private void work() {
        if (working.compareAndSet(false, true)) {
            try {
                helpers().execute(this::drain);
            } catch (RuntimeException e) {
                working.set(false);
                LOG.log(Level.WARNING, "No thread takes over what nodes report; the next report asks again.", e);
            }
        }
    }

    Executor helpers() {
        return executor;
    }

    private void drain() {
        try {
            List<News> some = next();
            while (!some.isEmpty()) {
                takeOver(some);
                some = next();
            }
        } finally {
            working.set(false);
        }
        // News that came between the last look and the flag.
        if (!waiting.isEmpty()) {
            work();
        }
    }

    private void takeOver(List<News> some) {
        try {
            intake.takeOver(some).stream()
                    .collect(Collectors.groupingBy(News::computeCode))
                    .forEach(held::stopThere);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> some.size() + " reports of tasks not taken over; their nodes are asked again.");
            some.forEach(news -> reconciliation.compareAfter(news.computeCode(), Duration.ofSeconds(5)));
        }
    }

    private List<News> next() {
        List<News> some = new ArrayList<>();
        while (some.size() < AT_ONCE) {
            News news = waiting.poll();
            if (news == null) {
                break;
            }
            some.add(news);
        }
        return some;
    }
}
