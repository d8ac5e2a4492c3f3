package org.computility.shared.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The open pages of this server. */
@ApplicationScoped
public class LivePages {

    private final Map<LivePage, EventStream> open = new ConcurrentHashMap<>();

    @Inject
    @Any
    Instance<LiveTopic> topics;

    void add(LivePage page, EventStream stream) {
        open.put(page, stream);
    }

    void remove(LivePage page) {
        open.remove(page);
    }

    /** Looks once for all open pages, and tells each of them what is new to it. A topic that nobody shows costs nothing. */
    void look() {
        for (LiveTopic topic : topics) {
            if (isShown(topic)) {
                LiveLook found = topic.look(keys(topic));
                open.forEach((page, stream) -> page.shows(topic.name()).ifPresent(keys -> {
                    if (!page.tell(topic.name(), found, stream::send)) {
                        stream.end();
                    }
                }));
            }
        }
    }

    /** Has the slow figures of what is shown brought up to date. */
    void renew() {
        for (LiveTopic topic : topics) {
            Set<String> keys = keys(topic);
            if (!keys.isEmpty()) {
                topic.renew(keys);
            }
        }
    }

    void keepAlive() {
        open.values().forEach(EventStream::keepAlive);
    }

    private boolean isShown(LiveTopic topic) {
        return open.keySet().stream().anyMatch(page -> page.shows(topic.name()).isPresent());
    }

    private Set<String> keys(LiveTopic topic) {
        return open.keySet().stream()
                .flatMap(page -> page.shows(topic.name()).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
