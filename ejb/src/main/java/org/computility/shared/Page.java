package org.computility.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total elements of the whole list
 */
public record Page<T>(List<T> content, long total, PageRequest request) {

    public long totalPages() {
        return (total + request.size() - 1) / request.size();
    }
}
