package org.computility.trading.contract;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code licence}. */
interface Licences {

    StatelessSession session();

    @Find
    Optional<Licence> find(UUID licenceId);

    @HQL("where confirmId = :confirmId")
    Optional<Licence> ofConfirmation(UUID confirmId);

    @HQL("where orderId = :orderId")
    Optional<Licence> ofOrder(UUID orderId);
}
