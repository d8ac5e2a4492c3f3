package org.computility.trading.contract;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

/** The rows of {@code trade_settlement}. */
interface TradeSettlements {

    StatelessSession session();

    @Find
    Optional<TradeSettlement> find(UUID confirmId);

    @HQL("where transferId = :transferId")
    Optional<TradeSettlement> ofTransfer(UUID transferId);
}
