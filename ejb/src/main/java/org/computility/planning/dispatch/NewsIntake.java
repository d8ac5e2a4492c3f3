package org.computility.planning.dispatch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.state.InstanceState;

/** Takes over what nodes report about tasks, one transaction for any number. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NewsIntake {

    @Inject
    Beliefs beliefs;

    @Inject
    Ends ends;

    @Inject
    Clock clock;

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
                case IGNORE -> {}
            }
        }
        write(taken);
        return strangers;
    }

    private void write(List<News> taken) {
        Instant now = clock.instant();
        beliefs.alive(taken.stream().filter(News::alive).toList(), now);
        List<News> over = taken.stream().filter(news -> !news.alive()).toList();
        if (over.isEmpty()) {
            return;
        }
        beliefs.started(over);
        end(over.stream().filter(News::finished).toList(), InstanceState.FINISHED, now);
        end(over.stream().filter(news -> !news.finished()).toList(), InstanceState.ERROR, now);
    }

    private void end(List<News> over, InstanceState state, Instant now) {
        if (!over.isEmpty()) {
            Map<UUID, String> messages = new LinkedHashMap<>();
            over.forEach(news -> messages.put(news.id(), news.message()));
            ends.ended(messages, state, state.name(), now);
        }
    }
}
