package org.computility.trading.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.trading.licences.LicenceView;

/** That a trade was paid, and the key that the buyer was given for it. */
@Entity
@Table(name = "trade_settlement")
class TradeSettlement {

    @Id
    @Column
    private UUID confirmId;

    private UUID transferId;
    private String privateKey;

    @Column
    private Instant settledAt;

    protected TradeSettlement() {}

    /**
     * @param transferId null for what is free
     * @param privateKey encrypted for the buyer, Base64; null for controlled data
     */
    static TradeSettlement of(UUID confirmId, UUID transferId, String privateKey, Instant now) {
        TradeSettlement settlement = new TradeSettlement();
        settlement.confirmId = confirmId;
        settlement.transferId = transferId;
        settlement.privateKey = privateKey;
        settlement.settledAt = now;
        return settlement;
    }

    UUID confirmId() {
        return confirmId;
    }

    /** What it answers about that trade. */
    SettlementView view(Confirmation trade, LicenceView licence, boolean forTheBuyer) {
        return new SettlementView(
                trade.paid(transferId),
                Confirmation.SETTLED,
                licence,
                forTheBuyer && privateKey != null ? SettlementView.EncryptedKey.of(privateKey) : null);
    }
}
