package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.MarketIds;
import org.computility.trading.Parties;
import org.computility.trading.licences.LicenceIssue;
import org.computility.trading.licences.LicensorKeys;

/** Paying for what was confirmed (T/AI 123.12 A.3.3, A.3.4). Keys are read before a transaction holds a connection. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemandSettlement {

    private static final Member CONFIRM_ID = new Member("confirmId");

    @Inject
    Confirmations confirmations;

    @Inject
    TradeSettlements settlements;

    @EJB
    LicenceIssue licences;

    @Inject
    LicensorKeys licensors;

    @EJB
    TradePayment payment;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    /**
     * The buyer's prepaid balance pays the price (A.3.3); the buyer gets a licence and the delivery private key, encrypted for its
     * own key. A trade is paid once; the same call again answers the same.
     *
     * @throws NotFound {@code confirmation-unknown}, also for a trade of others
     * @throws Denied {@code party-foreign} to accounts of the buyer's organisation that neither buy nor operate
     * @throws Conflict {@code receiving-key-missing} when the buyer has set no key of its own
     * @throws org.computility.shared.PaymentDue {@code balance-short}; nothing has changed then
     */
    public SettlementView settle(String confirmId) {
        Confirmation trade = seen(confirmId, caller.require(Role.BUYERS));
        if (!trade.isBoughtBy(caller.get())) {
            throw Confirmation.unknown(confirmId);
        }
        if (!parties.speaksFor(trade.buyer())) {
            throw new Denied(
                    "party-foreign",
                    CONFIRM_ID,
                    "The trade of {member} is paid by its buyer, "
                            + trade.buyer().name() + ", or by an operator.");
        }
        licensors.pairOf(trade.seller());
        return payment.settle(trade.confirmId(), trade.demandId());
    }

    /** What the settlement answered (A.3.4), for both parties; the private key for the buyer's organisation only. */
    public SettlementView query(String confirmId) {
        Caller reader = caller.require(Role.READERS);
        Confirmation trade = seen(confirmId, reader);
        return settlements
                .find(trade.confirmId())
                .map(settlement ->
                        settlement.view(trade, licences.ofTrade(trade.confirmId()), trade.isBoughtBy(reader)))
                .orElseGet(() -> new SettlementView(null, Confirmation.NOT_SETTLED, null, null));
    }

    private Confirmation seen(String confirmId, Caller reader) {
        return confirmations
                .seen(MarketIds.read(confirmId, () -> Confirmation.unknown(confirmId)), reader.scope())
                .orElseThrow(() -> Confirmation.unknown(confirmId));
    }
}
