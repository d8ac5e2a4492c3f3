package org.computility.shared.database;

import java.util.List;
import org.computility.shared.PageRequest;
import org.hibernate.query.SelectionQuery;

/** The part of a query's result that a page asks for; a page beyond all is empty. */
public final class Paged {

    private Paged() {}

    /** One statement. */
    public static <T> List<T> list(SelectionQuery<T> query, PageRequest page) {
        // Hibernate's own Page multiplies int by int: a large page number overflows to the offset of another page.
        return query.setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                .setMaxResults(page.size())
                .getResultList();
    }
}
