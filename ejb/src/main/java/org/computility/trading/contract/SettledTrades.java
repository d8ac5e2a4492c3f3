package org.computility.trading.contract;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.trading.MarketIds;

/** Trades, for whoever delivers them. */
@Stateless
public class SettledTrades {

    @Inject
    Confirmations confirmations;

    @Inject
    CurrentCaller caller;

    /** The trade that a licence comes from. */
    public SettledTrade of(UUID confirmId) {
        return confirmations.seen(confirmId, null).orElseThrow().settled();
    }

    /**
     * Returns the number of a trade that the caller is on one side of.
     *
     * @throws org.computility.shared.NotFound {@code confirmation-unknown}
     */
    public UUID seen(String confirmId) {
        Caller reader = caller.require(Role.READERS);
        return confirmations
                .seen(MarketIds.read(confirmId, () -> Confirmation.unknown(confirmId)), reader.scope())
                .orElseThrow(() -> Confirmation.unknown(confirmId))
                .confirmId();
    }
}
