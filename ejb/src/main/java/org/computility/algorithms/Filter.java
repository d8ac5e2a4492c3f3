package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.shared.SearchText;

/** The conditions of one search; a null or empty value adds none. */
final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a condition with one parameter, written as {@code ?}. */
    Filter with(String condition, Object value) {
        if (value == null || value.equals("") || value.equals(List.of())) {
            return this;
        }
        String parameter = "p" + values.size();
        conditions.add(condition.replace("?", ":" + parameter));
        values.put(parameter, value);
        return this;
    }

    /** The text occurs in the property, in any case of letters. */
    Filter containing(String property, String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        return with("lower(" + property + ") like ? escape '!'", SearchText.containing(text));
    }

    /** Nothing matches. */
    Filter nothing() {
        conditions.add("1 = 0");
        return this;
    }

    /** A query of {@code head}, these conditions, and {@code tail}. */
    <T> TypedQuery<T> query(EntityManager entities, Class<T> type, String head, String tail) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entities.createQuery(head + where + tail, type);
        values.forEach(query::setParameter);
        return query;
    }
}
