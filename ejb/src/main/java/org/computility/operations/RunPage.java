package org.computility.operations;

import java.util.List;

/**
 * One page of runs, newest first.
 *
 * @param total how many runs match, counted up to {@value RunList#COUNTED}: counting a million would cost more than the page
 */
public record RunPage(List<RunView> items, int page, int pageSize, long total) {

    public RunPage {
        items = List.copyOf(items);
    }
}
