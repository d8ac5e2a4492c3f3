package org.computility.trading.keys;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;

/** The rows of {@code party_key}. */
interface PartyKeys {

    StatelessSession session();

    @Find
    Optional<PartyKey> find(UUID accountId);
}
