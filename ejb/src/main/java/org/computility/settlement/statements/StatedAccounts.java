package org.computility.settlement.statements;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.query.Order;

/** The rows of {@code ledger_account}, to be read. */
interface StatedAccounts {

    StatelessSession session();

    @Find
    Optional<StatedAccount> find(UUID id);

    /** One page, the first opened first; a null organisation: of all, and the platform's own. */
    default Page<StatedAccount> page(UUID organisationId, PageRequest page) {
        return new Search<>(session(), StatedAccount.class)
                .equal(StatedAccount_.organisationId, organisationId)
                .page(page, Map.of(), Order.asc(StatedAccount_.openedAt), Order.asc(StatedAccount_.id));
    }
}
