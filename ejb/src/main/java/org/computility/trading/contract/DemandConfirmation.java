package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.MarketIds;
import org.computility.trading.Parties;
import org.computility.trading.Party;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.registration.ResourceRegistration;

/** Confirming what to buy (T/AI 123.12 A.3.1, A.3.2). */
@Stateless
public class DemandConfirmation {

    private static final Member DEMANDER = new Member("demander");

    @Inject
    Confirmations confirmations;

    @EJB
    DemandRegistration demands;

    @EJB
    ResourceRegistration resources;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Binds a published demand to a published data resource (A.3.1). A demand is bound once, however many try; the same
     * call again answers the same.
     *
     * @param dataId null: not given; else it must be the resource's
     * @throws org.computility.shared.Conflict {@code demand-not-published}, {@code resource-not-published}, or {@code
     *     demand-confirmed} when the demand was bound to another resource
     * @throws NotFound {@code demand-unknown} or {@code resource-unknown}
     */
    public ConfirmationView confirm(String demanderName, String demandId, String registrationId, String dataId) {
        Party demander = parties.named(DEMANDER, demanderName, Role.BUYERS);
        return demands.bind(demander, demandId)
                ? bound(demander, demandId, registrationId, dataId)
                : boundBefore(demandId, registrationId, dataId);
    }

    /** What a settlement goes by (A.3.2), for both parties. */
    public SettlementBasisView basis(String confirmId) {
        Caller reader = caller.require(Role.READERS);
        return confirmations
                .seen(MarketIds.read(confirmId, () -> Confirmation.unknown(confirmId)), reader.scope())
                .orElseThrow(() -> Confirmation.unknown(confirmId))
                .basis();
    }

    private ConfirmationView bound(Party demander, String demandId, String registrationId, String dataId) {
        Confirmation confirmation = Confirmation.bind(
                UUID.fromString(demandId), demander, resources.offered(registrationId, dataId), clock.instant());
        confirmations.session().insert(confirmation);
        return confirmation.view();
    }

    private ConfirmationView boundBefore(String demandId, String registrationId, String dataId) {
        Confirmation before = confirmations.ofDemand(UUID.fromString(demandId)).orElseThrow();
        before.requireResource(registrationId, dataId);
        return before.view();
    }
}
