package org.computility.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total elements of the whole list
 */
public record Page<T>(List<T> content, long total, PageRequest request) {

    /** The same page of what the function makes of its elements. */
    public <R> Page<R> map(Function<? super T, ? extends R> function) {
        return new Page<>(content.stream().<R>map(function).toList(), total, request);
    }

    public long totalPages() {
        return (total + request.size() - 1) / request.size();
    }
}
