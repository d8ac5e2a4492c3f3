package org.computility.trading.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code confirmation}. */
interface Confirmations {

    StatelessSession session();

    @HQL("where demandId = :demandId")
    Optional<Confirmation> ofDemand(UUID demandId);

    /** What both parties' organisations (null: anybody) may see. */
    @HQL("""
            where confirmId = :confirmId
              and (:scope is null or demanderOrganisationId = :scope or ownerOrganisationId = :scope)
            """)
    Optional<Confirmation> seen(UUID confirmId, UUID scope);

    /** One confirmation, locked until the transaction ends. */
    @SQL("select * from confirmation where confirm_id = :confirmId for no key update")
    Optional<Confirmation> lock(UUID confirmId);

    /** The oldest confirmation of this resource that waits for its settlement since that time or later. */
    @HQL("select confirmId from Confirmation where registrationId = :registrationId and settledAt is null "
            + "and confirmedAt >= :since order by confirmedAt limit 1")
    Optional<UUID> waitingFor(UUID registrationId, Instant since);
}
