package org.computility.settlement.payment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code external_payment}. */
interface ExternalPayments {

    StatelessSession session();

    /** A payment of that organisation; null stands for any. */
    @HQL("where id = :id and (:scope is null or organisationId = :scope)")
    Optional<ExternalPayment> seen(UUID id, UUID scope);

    /** One payment, locked until the transaction ends. */
    @SQL("select * from external_payment where id = :id for no key update")
    Optional<ExternalPayment> lock(UUID id);

    /** The newest first; null stands for any organisation. */
    default Page<ExternalPayment> of(UUID scope, PageRequest page) {
        return new Search<>(session(), ExternalPayment.class)
                .equal(ExternalPayment_.organisationId, scope)
                .page(page, Map.of(), Order.desc(ExternalPayment_.createdAt), Order.asc(ExternalPayment_.id));
    }
}
