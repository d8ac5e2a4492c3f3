package org.computility.observation;

import java.util.List;

/**
 * One count.
 *
 * @param figure the name of a {@link Figure}
 * @param first the value of its first label; empty where it has none
 * @param second the value of its second label; empty where it has none
 */
public record Tally(String figure, String first, String second, double count) {

    /** What is counted. */
    public Figure counted() {
        return Figure.valueOf(figure);
    }

    /** The values of its labels, in the order of {@link Figure#labels()}. */
    public List<String> values() {
        return List.of(first, second).subList(0, counted().labels().size());
    }
}
