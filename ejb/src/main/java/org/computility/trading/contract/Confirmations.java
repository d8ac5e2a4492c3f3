package org.computility.trading.contract;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

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

    /** The oldest confirmation of this resource that waits for its settlement. */
    @HQL("select confirmId from Confirmation where registrationId = :registrationId and settledAt is null "
            + "order by confirmedAt limit 1")
    Optional<UUID> waitingFor(UUID registrationId);
}
