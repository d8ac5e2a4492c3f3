package org.computility.identity.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.query.Order;

/** The rows of {@code organisation}. */
interface Organisations {

    StatelessSession session();

    @Find
    Optional<Organisation> find(UUID id);

    /** One page by name; a null id: all of them, a null text: whatever their names hold. */
    default Page<Organisation> page(UUID id, String nameContains, PageRequest page) {
        return new Search<>(session(), Organisation.class)
                .equal(Organisation_.id, id)
                .containing(Organisation_.name, nameContains)
                .page(page, Map.of(), Order.asc(Organisation_.name));
    }
}
