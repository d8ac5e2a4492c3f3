package org.computility.trading.controlled;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.StandardTime;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.licences.GoodLicence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who may use what a licence is for, and when. It never changes. */
@Entity
@Table(name = "usage_policy")
class UsagePolicy {

    private static final int LATER = 0;
    private static final int IN_FORCE = 1;
    private static final int OVER = 2;

    @Id
    private UUID policyId;

    @Column
    private UUID licenceId;

    private UUID confirmId;
    private UUID organisationId;
    private String name;
    private String dataId;

    /** IDs of accounts. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] users;

    /** IDs of organisations. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] groups;

    private Instant startsAt;
    private Instant endsAt;
    private String content;
    private Instant createdAt;

    protected UsagePolicy() {}

    /** @param content names what was asked for, so that the same call is known again */
    static UsagePolicy make(
            SettledTrade trade, GoodLicence licence, NewPolicy wanted, KnownUsers known, String content, Instant now) {
        UsagePolicy policy = new UsagePolicy();
        policy.policyId = UUID.randomUUID();
        policy.licenceId = licence.licenceId();
        policy.confirmId = trade.confirmId();
        policy.organisationId = trade.ownerOrganisationId();
        policy.name = wanted.name();
        policy.dataId = wanted.dataId();
        policy.users = texts(known.accounts());
        policy.groups = texts(known.organisations());
        policy.startsAt = wanted.startsAt() == null ? now : wanted.startsAt();
        policy.endsAt = wanted.endsAt() == null ? licence.endsAt() : wanted.endsAt();
        policy.content = content;
        policy.createdAt = now;
        return policy;
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Returns when it was made so; for a call that is sent again. */
    UsagePolicy requireSame(String asked) {
        if (!content.equals(asked)) {
            throw new Conflict(
                    "policy-exists",
                    new Member("policyName"),
                    "The licence has a policy of this {member} that says otherwise.");
        }
        return this;
    }

    boolean isReversed() {
        return !startsAt.isBefore(endsAt);
    }

    void requireTime(Instant now) {
        if (now.isBefore(startsAt)) {
            throw PolicyClause.refused("startDate", "begins " + StandardTime.seconds(startsAt));
        }
        if (!now.isBefore(endsAt)) {
            throw PolicyClause.refused("endDate", "ended " + StandardTime.seconds(endsAt));
        }
    }

    void requireUser(AccountView user) {
        boolean named = Arrays.asList(users).contains(user.id().toString())
                || Arrays.asList(groups).contains(user.organisationId().toString());
        if (!named || !user.enabled()) {
            throw PolicyClause.refused("relUsers", "does not name " + user.username());
        }
    }

    UUID policyId() {
        return policyId;
    }

    UUID confirmId() {
        return confirmId;
    }

    UUID organisationId() {
        return organisationId;
    }

    PolicyView view(Instant now) {
        return new PolicyView(policyId.toString(), name, dataId, startsAt, endsAt, status(now), createdAt);
    }

    private int status(Instant now) {
        if (now.isBefore(startsAt)) {
            return LATER;
        }
        return now.isBefore(endsAt) ? IN_FORCE : OVER;
    }
}
