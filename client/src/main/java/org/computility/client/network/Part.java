package org.computility.client.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which part of a list, in which order (T/AI 123.8's {@code pageSize}, {@code page}, {@code sort}, {@code order}).
 *
 * @param page from 1
 * @param pageSize 1 to 1000
 * @param sort null: as the list has it
 * @param ascending the lists of T/AI 123.8 are descending otherwise
 */
public record Part(int page, int pageSize, String sort, boolean ascending) {

    /** The first fifty, as the list has them. */
    public static final Part FIRST = new Part(1, 50, null, false);

    /** With the filters whose values are not null. */
    public Map<String, Object> with(Map<String, ?> filters) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("page", page);
        query.put("pageSize", pageSize);
        if (sort != null) {
            query.put("sort", sort);
        }
        if (ascending) {
            query.put("order", "asc");
        }
        query.putAll(filters);
        return query;
    }
}
