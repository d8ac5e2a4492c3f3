package org.computility.trading.demand;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code data_demand}. */
interface Demands {

    StatelessSession session();

    /** What this organisation (null: anybody) may see: its own demands, and what others have published. */
    @HQL("""
            where demandId = :demandId and (:scope is null or organisationId = :scope or state = 'PUBLISHED')
            """)
    Optional<Demand> seen(UUID demandId, UUID scope);

    /** One demand, locked until the transaction ends. */
    @SQL("select * from data_demand where demand_id = :demandId for no key update")
    Optional<Demand> lock(UUID demandId);
}
