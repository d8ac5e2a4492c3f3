package org.computility.operations;

import java.util.List;

/**
 * One page of runs, newest first.
 *
 * @param total how many runs match, counted up to {@value #COUNTED}: counting a million would cost more than the page
 */
public record RunList(List<RunView> items, int page, int pageSize, long total) {

    /** How far lists count and page. */
    static final int COUNTED = 10_000;

    public RunList {
        items = List.copyOf(items);
    }
}
