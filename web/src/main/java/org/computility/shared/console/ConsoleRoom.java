package org.computility.shared.console;

import java.util.List;
import java.util.stream.Stream;

/**
 * A room as the console knows it: its texts, and its pages in the navigation. A new page is one entry here; its words in the
 * navigation are the text {@code nav.‹page›} of its room.
 */
public record ConsoleRoom(String name, List<Entry> entries) {

    /** The order is the navigation's. */
    static final List<ConsoleRoom> ALL = List.of(
            room("shared"),
            room("identity"),
            room("compute", new Entry("compute", "nodes", "pi-server")),
            room("serving"),
            room("operations", new Entry("operations", "runs", "pi-play")));

    public ConsoleRoom {
        entries = List.copyOf(entries);
    }

    /**
     * A page in the navigation.
     *
     * @param page the view's name without its ending
     * @param icon of PrimeIcons
     */
    public record Entry(String room, String page, String icon) {

        /** Below {@code /console/}. */
        public String path() {
            return room + "/" + page + ".xhtml";
        }
    }

    /** Where its texts are. */
    String bundle() {
        return "org.computility." + name + ".console.messages";
    }

    static Stream<Entry> allEntries() {
        return ALL.stream().flatMap(room -> room.entries.stream());
    }

    private static ConsoleRoom room(String name, Entry... entries) {
        return new ConsoleRoom(name, List.of(entries));
    }
}
