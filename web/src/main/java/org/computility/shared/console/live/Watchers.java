package org.computility.shared.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The watchers of all open pages of this server. A failure of one watcher, or of one topic, keeps no news from the
 * others.
 */
@ApplicationScoped
public class Watchers {

    private static final Logger LOG = Logger.getLogger(Watchers.class.getName());

    private final Map<Watcher, EventStream> open = new ConcurrentHashMap<>();

    @Inject
    @Any
    Instance<LiveTopic> topics;

    void add(Watcher watcher, EventStream stream) {
        open.put(watcher, stream);
    }

    void remove(Watcher watcher) {
        open.remove(watcher);
    }

    /** Looks once for all watchers, and tells each page what is new to it. A topic that nobody shows costs nothing. */
    void look() {
        for (LiveTopic topic : topics) {
            attempt(() -> look(topic), "Open pages could not be told what is new of " + topic.name());
        }
    }

    /** Has the slow figures of what is shown brought up to date. */
    void renew() {
        for (LiveTopic topic : topics) {
            Set<String> keys = keys(topic);
            if (!keys.isEmpty()) {
                attempt(() -> topic.renew(keys), "Figures for open pages could not be had of " + topic.name());
            }
        }
    }

    /** Tells each page that its stream lives, or that its session has ended: perhaps nothing that it shows is looked at. */
    void keepAlive() {
        open.forEach((watcher, stream) -> attempt(
                () -> {
                    if (watcher.mayGoOn(stream::send)) {
                        stream.keepAlive();
                    } else {
                        stream.end();
                    }
                },
                "An open page could not be told that it lives"));
    }

    private void look(LiveTopic topic) {
        if (isShown(topic)) {
            LiveLook found = topic.look(keys(topic));
            open.forEach((watcher, stream) -> attempt(
                    () -> tell(watcher, topic.name(), found, stream),
                    "An open page could not be told what is new of " + topic.name()));
        }
    }

    private static void tell(Watcher watcher, String topic, LiveLook found, EventStream stream) {
        if (watcher.shows(topic).isPresent() && !watcher.tell(topic, found, stream::send)) {
            stream.end();
        }
    }

    private static void attempt(Runnable deed, String complaint) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, complaint, e);
        }
    }

    private boolean isShown(LiveTopic topic) {
        return open.keySet().stream()
                .anyMatch(watcher -> watcher.shows(topic.name()).isPresent());
    }

    private Set<String> keys(LiveTopic topic) {
        return open.keySet().stream()
                .flatMap(watcher -> watcher.shows(topic.name()).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
