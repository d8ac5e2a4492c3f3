package org.computility.trading.controlled;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.shared.keys.Hashes;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.licences.GoodLicence;

/** Writes policies down; callers use {@link PolicyMaking}. */
@Stateless
public class PolicyKeeping {

    @Inject
    UsagePolicies policies;

    @EJB
    DemandRegistration demands;

    @Inject
    Clock clock;

    /** The policy of that name, as it was made before or is made now: the demand is delivered. */
    public PolicyView keep(SettledTrade trade, GoodLicence licence, NewPolicy wanted, KnownUsers users) {
        demands.deliver(trade.demandId());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String content = Hashes.hex(Hashes.sha256(wanted.toString()));
        return policies.named(trade.confirmId(), wanted.name())
                .map(before -> before.requireSame(content))
                .orElseGet(() -> insert(UsagePolicy.make(trade, licence, wanted, users, content, now), wanted))
                .view(clock.instant());
    }

    private UsagePolicy insert(UsagePolicy policy, NewPolicy wanted) {
        if (policy.isReversed()) {
            throw new Rejected("period-reversed", new Member("endDate"), "{member} is later than startDate.");
        }
        UniqueKey.keep(
                () -> policies.session().insert(policy),
                () -> new Conflict("changed-meanwhile", "The policy is made in this moment by another call."));
        wanted.scenes().forEach(scene -> policies.session().insert(UsageScene.of(policy.policyId(), scene)));
        return policy;
    }
}
