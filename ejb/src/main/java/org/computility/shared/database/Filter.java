package org.computility.shared.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.computility.shared.PageRequest;
import org.computility.shared.SearchText;

/**
 * Collects the conditions of one search, so that only those that were asked for are in its statement: plain SQL for
 * {@link Sql}, or a query over entities. A parameter is written {@code ?}.
 */
public final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    /** A condition with one parameter, unless the value is null or empty. */
    public Filter and(String condition, Object value) {
        return isEmpty(value) ? this : always(condition, value);
    }

    /** The text occurs in the expression, in any case of letters; a null or empty text occurs everywhere. */
    public Filter containing(String expression, String text) {
        return isEmpty(text)
                ? this
                : always("lower(" + expression + ") like ? escape '!'", SearchText.containing(text));
    }

    /** A condition that holds whatever the values are, with one for each of its parameters. */
    public Filter always(String condition, Object... values) {
        conditions.add(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** The clause, with a blank before it; empty without conditions. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The values for {@link #where()}, and after them those of what follows it. */
    public Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** A query of {@code head}, these conditions, and {@code tail}. */
    public <T> TypedQuery<T> query(EntityManager entities, Class<T> type, String head, String tail) {
        TypedQuery<T> query = entities.createQuery(head + numbered(where()) + tail, type);
        for (int number = 1; number <= arguments.size(); number++) {
            query.setParameter(number, arguments.get(number - 1));
        }
        return query;
    }

    /** The page's own order by the columns that a table lists, then by the last resort. */
    public static String orderBy(PageRequest page, Map<String, String> columns, String lastResort) {
        List<String> keys = new ArrayList<>();
        for (PageRequest.Order order : page.orders()) {
            keys.add(columns.get(order.property()) + (order.descending() ? " desc" : ""));
        }
        keys.add(lastResort);
        return " order by " + String.join(", ", keys);
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || "".equals(value)
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Object[] array && array.length == 0);
    }

    /** The query language of entities knows only parameters with numbers. */
    private static String numbered(String clause) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char letter : clause.toCharArray()) {
            numbered.append(letter);
            if (letter == '?') {
                numbered.append(++number);
            }
        }
        return numbered.toString();
    }
}
