package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.ledger.Ledger;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.keys.Envelope;
import org.computility.trading.MarketIds;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.keys.MarketKeys;

/** Paying for what was confirmed (T/AI 123.12 A.3.3, A.3.4). */
@Stateless
public class DemandSettlement {

    private static final Member CONFIRM_ID = new Member("confirmId");

    @Inject
    Confirmations confirmations;

    @Inject
    TradeSettlements settlements;

    @Inject
    Licences licences;

    @Inject
    LicensorKeys licensors;

    @EJB
    MarketKeys keys;

    @EJB
    DemandRegistration demands;

    @EJB
    Ledger ledger;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * The buyer's prepaid balance pays the price (A.3.3); the buyer gets a licence and the delivery private key, encrypted for its
     * own key. A trade is paid once; the same call again answers the same.
     *
     * @throws NotFound {@code confirmation-unknown}, also for a trade of others
     * @throws Conflict {@code receiving-key-missing} when the buyer has set no key of its own
     * @throws org.computility.shared.PaymentDue {@code balance-short}; nothing has changed then
     */
    public SettlementView settle(String confirmId) {
        Caller buyer = caller.require(Role.BUYERS);
        Confirmation trade = confirmations
                .lock(idOf(confirmId))
                .filter(found -> found.isBoughtBy(buyer))
                .orElseThrow(() -> Confirmation.unknown(confirmId));
        TradeSettlement settlement =
                settlements.find(trade.confirmId()).orElseGet(() -> settled(trade, clock.instant()));
        return settlement.view(trade, licenceOf(trade), true);
    }

    /** What the settlement answered (A.3.4), for both parties; the private key for the buyer only. */
    public SettlementView query(String confirmId) {
        Caller reader = caller.require(Role.READERS);
        Confirmation trade =
                confirmations.seen(idOf(confirmId), reader.scope()).orElseThrow(() -> Confirmation.unknown(confirmId));
        return settlements
                .find(trade.confirmId())
                .map(settlement -> settlement.view(trade, licenceOf(trade), trade.isBoughtBy(reader)))
                .orElseGet(() -> new SettlementView(null, Confirmation.NOT_SETTLED, null, null));
    }

    private TradeSettlement settled(Confirmation trade, Instant now) {
        String handed = handedOver(trade);
        licences.session().insert(licence(trade, now.truncatedTo(ChronoUnit.SECONDS)));
        TradeSettlement settlement = TradeSettlement.of(trade.confirmId(), pay(trade), handed, now);
        settlements.session().insert(settlement);
        trade.settle(now);
        confirmations.session().update(trade);
        demands.settle(trade.demandId());
        return settlement;
    }

    private UUID pay(Confirmation trade) {
        return trade.isFree() ? null : ledger.buy(trade.purchase()).id();
    }

    private String handedOver(Confirmation trade) {
        String receiving = keys.keyOf(trade.demanderId())
                .orElseThrow(
                        () -> new Conflict(
                                "receiving-key-missing",
                                CONFIRM_ID,
                                "The buyer of {member} has no key: set one with PUT /platform/v1/accounts/me/key. Nothing was paid."));
        byte[] privateKey = keys.privateKey(trade.seller(), trade.publicKey());
        return Base64.getEncoder().encodeToString(Envelope.seal(privateKey, receiving));
    }

    private Licence licence(Confirmation trade, Instant from) {
        return Licence.issue(
                trade.licensed(from), licensors.watermarks()::signature, licensors.pairOf(trade.seller())::sign);
    }

    private LicenceView licenceOf(Confirmation trade) {
        return licences.ofConfirmation(trade.confirmId()).orElseThrow().view();
    }

    private static UUID idOf(String confirmId) {
        return MarketIds.read(confirmId, () -> Confirmation.unknown(confirmId));
    }
}
