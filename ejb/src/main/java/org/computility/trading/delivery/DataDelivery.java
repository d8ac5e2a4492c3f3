package org.computility.trading.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.trading.Parties;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.contract.SettledTrades;
import org.computility.trading.licences.GoodLicence;
import org.computility.trading.licences.LicenceCheck;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.LicensorKeys;

/** Handing over what was paid for (T/AI 123.12 A.3.5, A.3.6). No transaction is open while contents are encrypted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DataDelivery {

    private static final Member LICENCES = new Member("licenses");

    @EJB
    LicenceCheck check;

    @EJB
    SettledTrades trades;

    @EJB
    DeliveryRecording recording;

    @Inject
    DataSealing sealing;

    @Inject
    DeliveredFiles files;

    @Inject
    LicensorKeys keys;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    /**
     * Delivers the data of a licence to its licensee (A.3.5). The same call again answers the same.
     *
     * @throws org.computility.shared.NotFound {@code licence-unknown}: there is none before the settlement
     * @throws Denied {@code licence-forged}, {@code licence-foreign}, {@code licence-revoked}, {@code licence-replaced},
     *     {@code licence-expired}, {@code licence-other-service}
     * @throws Conflict {@code content-missing}; {@code data-controlled} for what stays in its data space
     */
    public DeliveryView deliver(LicenceView shown) {
        caller.require(Role.BUYERS);
        GoodLicence licence = check.genuineForData(shown);
        SettledTrade trade = trades.of(licence.confirmId());
        if (!parties.speaksFor(trade.buyer())) {
            throw new Denied(
                    "licence-foreign",
                    LICENCES,
                    "The licence of {member} is its licensee's, "
                            + trade.buyer().name() + "'s, or an operator's.");
        }
        check.requireCurrent(licence);
        if (trade.isControlled()) {
            throw new Conflict(
                    "data-controlled",
                    LICENCES,
                    "The data of {member} stays in its data space, which delivers it by /deliverDatasets.");
        }
        keys.pairOf(trade.ownerOrganisationId());
        sealing.seal(trade);
        // That may have taken minutes.
        check.requireCurrent(licence);
        return files.view(recording.record(trade, licence), true);
    }

    /** What was delivered of a trade (A.3.6), for both parties; the file itself comes with the delivery only. */
    public DeliveryView query(String confirmId) {
        return recording
                .latest(trades.seen(confirmId))
                .map(delivered -> files.view(delivered, false))
                .orElse(new DeliveryView(null, DeliveryProofView.NOT_YET));
    }
}
