package org.computility.trading.contract;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;

/** The rows of {@code trade_settlement}. */
interface TradeSettlements {

    StatelessSession session();

    @Find
    Optional<TradeSettlement> find(UUID confirmId);
}
