package org.computility.settlement.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code service_order}. */
interface ServiceOrders {

    StatelessSession session();

    @Find
    Optional<ServiceOrder> find(UUID id);

    /** One opens an order at a time: the ID stays locked until the transaction ends. */
    @SQL("select 1 from pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))")
    int claim(UUID id);

    /** Locked until the transaction ends, in the order of their IDs; those that there are. */
    @SQL("select id from service_order where id = any(:ids) order by id for no key update")
    List<UUID> lock(UUID[] ids);
}
