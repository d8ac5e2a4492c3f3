package org.computility.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computility.shared.PageRequest;

/** Collects the conditions of a search, so that only those that were asked for are in the statement. */
final class Filter {

    private final StringBuilder where = new StringBuilder(" where true");
    private final List<Object> arguments = new ArrayList<>();

    /** A condition with one parameter, unless the value is null or empty. */
    Filter and(String condition, Object value) {
        boolean absent = value == null || "".equals(value) || value instanceof Object[] array && array.length == 0;
        if (!absent) {
            where.append(" and ").append(condition);
            arguments.add(value);
        }
        return this;
    }

    /** A condition that always holds, with its parameters. */
    Filter always(String condition, Object... values) {
        where.append(" and ").append(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    String where() {
        return where.toString();
    }

    Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** The page's own order by the columns that a table lists, then by the last resort. */
    static String orderBy(PageRequest page, Map<String, String> columns, String lastResort) {
        List<String> keys = new ArrayList<>();
        for (PageRequest.Order order : page.orders()) {
            keys.add(columns.get(order.property()) + (order.descending() ? " desc" : ""));
        }
        keys.add(lastResort);
        return " order by " + String.join(", ", keys);
    }
}
