package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.computility.settlement.ledger.TransferReversed;
import org.computility.trading.licences.LicenceIssue;

/** Whose payment is undone has no licence any more. */
@Dependent
class ReversedPurchases {

    @Inject
    TradeSettlements settlements;

    @EJB
    LicenceIssue licences;

    void on(@Observes TransferReversed reversed) {
        settlements.ofTransfer(reversed.transferId()).ifPresent(settlement -> licences.revoke(settlement.confirmId()));
    }
}
