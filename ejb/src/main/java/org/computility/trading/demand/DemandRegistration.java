package org.computility.trading.demand;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;
import org.computility.trading.MarketIds;
import org.computility.trading.Parties;
import org.computility.trading.Party;
import org.computility.trading.PublicationView;

/** What those who want to buy do in the market (T/AI 123.12 A.2). */
@Stateless
public class DemandRegistration {

    private static final Member DEMANDER = new Member("demander");
    private static final Member DEMAND_ID = new Member("demandId");

    @Inject
    Demands demands;

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<EnteredMarket> entering;

    @Inject
    Event<LeftMarket> left;

    @Inject
    Clock clock;

    /** Registers a demand (A.2.1) and answers its number, a UUID. */
    public String register(NewDemand wanted) {
        Party demander = parties.named(DEMANDER, wanted.demander(), Role.BUYERS);
        Demand demand = Demand.register(wanted, demander, clock.instant());
        demands.session().insert(demand);
        return demand.demandId().toString();
    }

    /** Publishes a demand (A.2.2). The same call again changes nothing; a revoked demand stays revoked. */
    public PublicationView publish(String demander, String demandId) {
        return change(demander, demandId, Demand::publish);
    }

    /** Revokes a demand (A.2.4) that nothing was confirmed for. The same call again changes nothing. */
    public PublicationView revoke(String demander, String demandId) {
        return change(demander, demandId, Demand::revoke);
    }

    /** A demand in the market (A.2.3). Everybody sees what is published, its organisation also what is not. */
    public PublishedDemandView query(String demandId) {
        Caller reader = caller.require(Role.READERS);
        return demands.seen(idOf(demandId), reader.scope())
                .orElseThrow(() -> unknown(demandId))
                .view();
    }

    /**
     * Binds a demand of this party to a data resource, in the caller's transaction. The demand is locked until that ends.
     *
     * @return false when it was bound before
     * @throws org.computility.shared.Conflict {@code demand-not-published}
     */
    public boolean bind(Party demander, String demandId) {
        Demand demand = locked(demander, demandId);
        if (demand.isBound()) {
            return false;
        }
        demand.bind(clock.instant());
        demands.session().update(demand);
        left.fire(new LeftMarket(demand.demandId()));
        return true;
    }

    /** Locks a demand until the caller's transaction ends. */
    public void hold(UUID demandId) {
        if (demands.lock(demandId).isEmpty()) {
            throw new IllegalStateException("There is no demand " + demandId + ".");
        }
    }

    /** Marks a bound demand as paid, in the caller's transaction. */
    public void settle(UUID demandId) {
        Demand demand = demands.lock(demandId).orElseThrow();
        demand.settle(clock.instant());
        demands.session().update(demand);
    }

    /** Marks a paid demand as delivered, in the caller's transaction; the same once more changes nothing. */
    public void deliver(UUID demandId) {
        Demand demand = demands.lock(demandId).orElseThrow();
        demand.deliver(clock.instant());
        demands.session().update(demand);
    }

    private PublicationView change(String demanderName, String demandId, BiConsumer<Demand, Instant> verb) {
        Party demander = parties.named(DEMANDER, demanderName, Role.BUYERS);
        Demand demand = locked(demander, demandId);
        boolean stood = demand.isPublished();
        verb.accept(demand, clock.instant());
        demands.session().update(demand);
        tell(demand, stood);
        return PublicationView.of(demand.isPublished());
    }

    private void tell(Demand demand, boolean stood) {
        if (demand.isPublished() && !stood) {
            entering.fire(demand.entered());
        }
        if (stood && !demand.isPublished()) {
            left.fire(new LeftMarket(demand.demandId()));
        }
    }

    private Demand locked(Party demander, String demandId) {
        return demands.lock(idOf(demandId))
                .filter(demand -> demand.isSeenBy(caller.get()) && demand.isOf(demander))
                .orElseThrow(() -> unknown(demandId));
    }

    private static UUID idOf(String demandId) {
        return MarketIds.read(demandId, () -> unknown(demandId));
    }

    private static NotFound unknown(String demandId) {
        return new NotFound("demand-unknown", DEMAND_ID, "{member} " + demandId + " names no demand.");
    }
}
