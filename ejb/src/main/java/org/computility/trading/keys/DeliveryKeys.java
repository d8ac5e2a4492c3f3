package org.computility.trading.keys;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code delivery_key}. */
interface DeliveryKeys {

    StatelessSession session();

    @HQL("where organisationId = :organisationId and fingerprint = :fingerprint")
    Optional<DeliveryKey> of(UUID organisationId, String fingerprint);
}
