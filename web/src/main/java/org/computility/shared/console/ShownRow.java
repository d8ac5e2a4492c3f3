package org.computility.shared.console;

import java.io.Serializable;
import java.util.Map;

/**
 * A row of a table, or one thing with a page of its own, in the words of one language. The page and the news of the live
 * stream take their words from the same cells.
 *
 * @param key names the row among those of its topic
 */
public record ShownRow(String key, Map<String, String> cells) implements Serializable {

    private static final long serialVersionUID = 1L;

    public ShownRow {
        cells = Map.copyOf(cells);
    }

    /** What a cell says; an empty text where there is none. */
    public String cell(String name) {
        return cells.getOrDefault(name, "");
    }
}
