package org.computility.settlement.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code service_order}. */
interface ServiceOrders {

    String OF = "where (:organisation is null or payerId = :organisation or payeeId = :organisation) ";

    StatelessSession session();

    /** What an organisation pays or earns by, the last opened first; null: all. */
    @HQL(OF + "order by openedAt desc, id")
    SelectionQuery<ServiceOrder> of(UUID organisation);

    @HQL("select count(*) from ServiceOrder " + OF)
    long total(UUID organisation);

    @Find
    Optional<ServiceOrder> find(UUID id);

    /** One opens an order at a time: the ID stays locked until the transaction ends. */
    @SQL("select 1 from pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))")
    int claim(UUID id);

    /** Locked until the transaction ends, in the order of their IDs; those that there are. */
    @SQL("select id from service_order where id = any(:ids) order by id for no key update")
    List<UUID> lock(UUID[] ids);
}
