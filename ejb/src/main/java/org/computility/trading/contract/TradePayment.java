package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.settlement.ledger.Ledger;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.keys.Envelope;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.keys.MarketKeys;
import org.computility.trading.licences.LicenceIssue;

/**
 * Pays for a trade in one transaction; callers use {@link DemandSettlement}. Locks are taken in the order of the market: demand,
 * confirmation, and the accounts of the ledger last.
 */
@Stateless
public class TradePayment {

    @Inject
    Confirmations confirmations;

    @Inject
    TradeSettlements settlements;

    @EJB
    LicenceIssue licences;

    @EJB
    DataSetCatalogue contents;

    @EJB
    MarketKeys keys;

    @EJB
    DemandRegistration demands;

    @EJB
    Ledger ledger;

    @Inject
    Clock clock;

    /** What was answered before, or the answer to a payment that is made now. */
    public SettlementView settle(UUID confirmId, UUID demandId) {
        demands.hold(demandId);
        Confirmation trade = confirmations.lock(confirmId).orElseThrow();
        TradeSettlement settlement =
                settlements.find(trade.confirmId()).orElseGet(() -> settled(trade, clock.instant()));
        return settlement.view(trade, licences.ofTrade(trade.confirmId()), true);
    }

    private TradeSettlement settled(Confirmation trade, Instant now) {
        String handed = handedOver(trade);
        licences.issue(trade.licensed(contentOf(trade), now.truncatedTo(ChronoUnit.SECONDS)));
        demands.settle(trade.demandId());
        trade.settle(now);
        confirmations.session().update(trade);
        TradeSettlement settlement = TradeSettlement.of(trade.confirmId(), pay(trade), handed, now);
        settlements.session().insert(settlement);
        return settlement;
    }

    private UUID pay(Confirmation trade) {
        return trade.isFree() ? null : ledger.buy(trade.purchase()).id();
    }

    /** Null for controlled data, of which nothing is handed over. */
    private String handedOver(Confirmation trade) {
        if (trade.publicKey() == null) {
            return null;
        }
        String receiving = keys.keyOf(trade.buyer().accountId())
                .orElseThrow(() -> new Conflict(
                        "receiving-key-missing",
                        new Member("confirmId"),
                        "The buyer of {member} has no key: set one with PUT /platform/v1/accounts/me/key. "
                                + "Nothing was paid."));
        byte[] privateKey = keys.privateKey(trade.seller(), trade.publicKey());
        return Base64.getEncoder().encodeToString(Envelope.seal(privateKey, receiving));
    }

    /** The hash of what is sold; null where the platform does not have it. */
    private String contentOf(Confirmation trade) {
        return contents.held(trade.dataId())
                .map(held -> held.content().sha256())
                .orElse(null);
    }
}
