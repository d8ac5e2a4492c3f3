package org.computility.shared.console.live;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.computility.shared.console.Texts;

/** Who watches one open page: what the page shows, and what it was told last. One thread at a time tells it news. */
final class Watcher {

    private final Viewer viewer;
    private final Texts texts;
    private final Map<String, Set<String>> shown;
    private final Map<String, Map<String, String>> told = new HashMap<>();
    private final Map<String, Long> marks = new HashMap<>();

    /** @param shown the keys of the rows, by topic */
    Watcher(Viewer viewer, Texts texts, Map<String, Set<String>> shown) {
        this.viewer = viewer;
        this.texts = texts;
        this.shown = Map.copyOf(shown);
    }

    /** The keys of the rows of that topic that the page shows; empty when it shows none. */
    Optional<Set<String>> shows(String topic) {
        return Optional.ofNullable(shown.get(topic));
    }

    /**
     * Tells the page what it does not show yet.
     *
     * @param send takes an event's name and its data
     * @return false once the session has ended; the page is told so, and nothing after that
     */
    synchronized boolean tell(String topic, LiveLook look, BiConsumer<String, String> send) {
        Optional<Predicate<UUID>> sight = sight(send);
        if (sight.isEmpty()) {
            return false;
        }
        tellRows(topic, look, sight.get(), send);
        tellList(topic, look.mark(sight.get()), send);
        return true;
    }

    /** False once the session has ended; the page is told so, and nothing after that. */
    synchronized boolean mayGoOn(BiConsumer<String, String> send) {
        return sight(send).isPresent();
    }

    private Optional<Predicate<UUID>> sight(BiConsumer<String, String> send) {
        Optional<Predicate<UUID>> sight = viewer.sight();
        if (sight.isEmpty()) {
            send.accept("ended", "{}");
        }
        return sight;
    }

    private void tellRows(String topic, LiveLook look, Predicate<UUID> sight, BiConsumer<String, String> send) {
        JsonObjectBuilder rows = JSON.createObjectBuilder();
        boolean any = false;
        for (String key : shown.get(topic)) {
            LiveRow row = look.rows().get(key);
            if (row != null && sight.test(row.organisationId())) {
                Map<String, String> news = news(topic + " " + key, row.cells(texts));
                if (!news.isEmpty()) {
                    rows.add(key, JSON.createObjectBuilder(news));
                    any = true;
                }
            }
        }
        if (any) {
            send.accept(
                    "rows",
                    JSON.createObjectBuilder()
                            .add("topic", topic)
                            .add("rows", rows)
                            .build()
                            .toString());
        }
    }

    private Map<String, String> news(String row, Map<String, String> cells) {
        Map<String, String> before = told.put(row, cells);
        Map<String, String> news = new HashMap<>(cells);
        if (before != null) {
            news.entrySet().removeAll(before.entrySet());
        }
        return news;
    }

    // The first mark is told too: a row may have come between the drawing of the page and the first look.
    private void tellList(String topic, long mark, BiConsumer<String, String> send) {
        Long before = marks.put(topic, mark);
        if (before == null || before != mark) {
            send.accept(
                    "list",
                    JSON.createObjectBuilder()
                            .add("topic", topic)
                            .add("mark", Long.toString(mark))
                            .build()
                            .toString());
        }
    }
}
