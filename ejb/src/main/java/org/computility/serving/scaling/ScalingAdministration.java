package org.computility.serving.scaling;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.computility.algorithms.Capabilities;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.Paged;
import org.computility.shared.database.UniqueKey;

/** Operators make and change the scaling rules of their organisation; watchers see them and what they decided. */
@Stateless
public class ScalingAdministration {

    private static final Member ORGANISATION = new Member("organisationId");
    private static final Member CODE = new Member("algoDefCode");

    @Inject
    ScalingRules rules;

    @Inject
    ScalingDecisions decisions;

    @EJB
    Capabilities capabilities;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Makes a rule; it is looked at at once.
     *
     * @throws NotFound {@code capability-unknown}
     * @throws Conflict {@code scaling-rule-exists}
     * @throws Rejected {@code member-invalid}; {@code member-missing} for an administrator of no organisation
     */
    public ScalingRuleView make(NewScalingRule wanted) {
        Caller operator = caller.require(Role.OPERATORS);
        UUID owner = wanted.organisationId() == null ? operator.organisationId() : wanted.organisationId();
        if (owner == null) {
            throw new Rejected("member-missing", ORGANISATION, "{member} says whose services the rule is about.");
        }
        if (!operator.sees(owner)) {
            throw new Rejected("member-invalid", ORGANISATION, "{member} is your own organisation; leave it out.");
        }
        if (capabilities.known(Set.of(wanted.algoDefCode())).isEmpty()) {
            throw new NotFound("capability-unknown", CODE, "There is no capability " + wanted.algoDefCode() + ".");
        }
        ScalingRule rule = ScalingRule.open(
                owner, wanted.algoDefCode(), wanted.bounds().bounds(), operator.username(), clock.instant());
        UniqueKey.keep(() -> rules.session().insert(rule), () -> exists(wanted.algoDefCode()));
        return rule.view();
    }

    /** By capability. */
    public Page<ScalingRuleView> page(PageRequest page) {
        return rules.page(caller.require(Role.WATCHERS).scope(), page).map(ScalingRule::view);
    }

    /** NotFound {@code scaling-rule-unknown}. */
    public ScalingRuleView get(UUID id) {
        return known(id, Role.WATCHERS).view();
    }

    /** Replaces what the rule allows and aims at. NotFound {@code scaling-rule-unknown}; Rejected {@code member-invalid}. */
    public ScalingRuleView change(UUID id, ScalingBounds wanted) {
        known(id, Role.OPERATORS);
        ScalingRule rule = rules.lock(id).orElseThrow(() -> unknown(id));
        rule.change(wanted.bounds(), caller.get().username(), clock.instant());
        rules.session().update(rule);
        return rule.view();
    }

    /** The rule ends, and what it decided is forgotten; the services stay as they are. NotFound {@code scaling-rule-unknown}. */
    public void remove(UUID id) {
        rules.session().delete(known(id, Role.OPERATORS));
    }

    /** What the rule decided, the newest first. NotFound {@code scaling-rule-unknown}. */
    public Page<ScalingDecisionView> decisions(UUID id, PageRequest page) {
        known(id, Role.WATCHERS);
        return new Page<>(Paged.list(decisions.newest(id), page), decisions.total(id), page).map(ScalingDecision::view);
    }

    private ScalingRule known(UUID id, Set<Role> roles) {
        Caller person = caller.require(roles);
        return rules.find(id).filter(rule -> person.sees(rule.organisationId())).orElseThrow(() -> unknown(id));
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("scaling-rule-unknown", "There is no scaling rule " + id + ".");
    }

    private static Conflict exists(String algoDefCode) {
        return new Conflict(
                "scaling-rule-exists",
                CODE,
                "The organisation has a scaling rule for " + algoDefCode + ": change that one.");
    }
}
