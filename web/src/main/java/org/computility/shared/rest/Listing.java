package org.computility.shared.rest;

import java.util.List;
import org.computility.shared.Page;

/**
 * A page of a list as {@code /platform/v1} answers it.
 *
 * @param page from 1
 * @param total of the whole list
 */
public record Listing<T>(List<T> items, int page, int pageSize, long total) {

    public static <T> Listing<T> of(Page<T> page) {
        return new Listing<>(
                page.content(), page.request().number(), page.request().size(), page.total());
    }
}
