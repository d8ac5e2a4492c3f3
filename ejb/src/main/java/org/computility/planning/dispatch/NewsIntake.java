package org.computility.planning.dispatch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.compute.events.NodeReconciliation;
import org.computility.planning.state.InstanceState;

/** Takes over what nodes report about tasks, one transaction for any number. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NewsIntake {

    /** News on its way when its instance was stopped is past by then. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Beliefs beliefs;

    @Inject
    Ends ends;

    @Inject
    Clock clock;

    @EJB
    NodeReconciliation reconciliation;

    /** Takes over what nodes report, oldest first, and answers what must be stopped there. */
    public List<News> takeOver(List<News> reported) {
        Map<UUID, News> latest = new LinkedHashMap<>();
        reported.forEach(news -> latest.put(news.id(), news));
        Map<UUID, Belief> believed = beliefs.lock(latest.keySet());
        List<News> strangers = new ArrayList<>();
        List<News> taken = new ArrayList<>();
        for (News news : latest.values()) {
            switch (Belief.about(news, believed.get(news.id()))) {
                case TAKE_OVER -> taken.add(news);
                case STOP_IT -> strangers.add(news);
                case ASK_AGAIN -> reconciliation.compareAfter(news.computeCode(), SOON);
                case IGNORE -> {}
            }
        }
        write(taken, believed);
        return strangers;
    }

    private void write(List<News> taken, Map<UUID, Belief> believed) {
        Instant now = clock.instant();
        beliefs.alive(taken.stream().filter(News::alive).toList(), now);
        List<News> over = taken.stream().filter(news -> !news.alive()).toList();
        if (over.isEmpty()) {
            return;
        }
        beliefs.started(over);
        Map<Ending, Map<UUID, String>> endings = new EnumMap<>(Ending.class);
        for (News news : over) {
            endings.computeIfAbsent(Ending.of(news, believed.get(news.id())), none -> new LinkedHashMap<>())
                    .put(news.id(), news.message());
        }
        endings.forEach((ending, messages) -> ending.write(ends, messages, now));
    }

    /** What it means that a task is over. */
    private enum Ending {
        /** Its node broke it off: it runs again. */
        BROKEN_OFF {
            @Override
            void write(Ends ends, Map<UUID, String> messages, Instant now) {
                ends.brokenOff(messages, "LOST", now);
            }
        },
        FINISHED {
            @Override
            void write(Ends ends, Map<UUID, String> messages, Instant now) {
                ends.ended(messages, InstanceState.FINISHED, name(), now);
            }
        },
        ERROR {
            @Override
            void write(Ends ends, Map<UUID, String> messages, Instant now) {
                ends.ended(messages, InstanceState.ERROR, name(), now);
            }
        };

        abstract void write(Ends ends, Map<UUID, String> messages, Instant now);

        static Ending of(News news, Belief belief) {
            if (belief.isBrokenOffBy(news)) {
                return BROKEN_OFF;
            }
            return news.finished() || news.brokenOff() ? FINISHED : ERROR;
        }
    }
}
