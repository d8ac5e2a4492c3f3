package org.computility.trading.controlled;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.MarketIds;
import org.computility.trading.licences.LicenceCheck;
import org.computility.trading.registration.ControlledPublication;

/**
 * Decides each use of controlled data by its policy. The data space asks before it lets a use happen, and says what it runs on. No
 * transaction holds a connection while licences and accounts are asked, which take their own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlledUse {

    @Inject
    UsagePolicies policies;

    @EJB
    UseCounting counting;

    @EJB
    LicenceCheck licences;

    @Inject
    PolicyUsers accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Allows and counts one use.
     *
     * @throws NotFound {@code policy-unknown}, also for another data space's
     * @throws org.computility.shared.Denied {@code policy-refused}, which names the clause; {@code licence-revoked}, {@code
     *     licence-expired}
     */
    public UseView use(String policyId, NewUse use) {
        Caller space = caller.require(ControlledPublication.DATA_SPACES);
        Instant now = clock.instant();
        UsagePolicy policy = policies.find(MarketIds.read(policyId, () -> unknown(policyId)))
                .filter(found -> space.sees(found.organisationId()))
                .orElseThrow(() -> unknown(policyId));
        licences.requireRunning(policy.confirmId());
        policy.requireTime(now);
        AccountView user = accounts.find(use.userId())
                .orElseThrow(() -> PolicyClause.refused("relUsers", "does not name " + use.userId()));
        policy.requireUser(user);
        UsageScene scene = policies.scene(policy.policyId(), use.scene())
                .orElseThrow(() -> PolicyClause.refused("useScenes", "has no scene " + use.scene()));
        PolicyClause.ALL.forEach(clause -> clause.require(scene, use));
        return counting.count(policy.policyId(), scene.sceneId(), scene.name(), user.id(), now);
    }

    private static NotFound unknown(String policyId) {
        return new NotFound("policy-unknown", new Member("policyId"), "There is no policy " + policyId + ".");
    }
}
