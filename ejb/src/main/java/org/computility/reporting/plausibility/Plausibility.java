package org.computility.reporting.plausibility;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.figures.Figures;
import org.computility.shared.NotFound;

/** Judges figures of a month by rules that administrators keep. */
@Stateless
public class Plausibility {

    @Inject
    PlausibilityRules rules;

    @Inject
    CurrentCaller caller;

    /**
     * Judges a month.
     *
     * @param before those of the month before; null where there are none to compare with
     * @param known what the platform knows of the month itself
     */
    public Judgement judge(Figures figures, Figures before, Figures known) {
        List<String> reasons = new ArrayList<>();
        boolean returns = false;
        for (PlausibilityRule rule : rules.all()) {
            Optional<String> fault = rule.broken(figures, before, known);
            fault.ifPresent(reasons::add);
            returns |= fault.isPresent() && rule.outcome() == RuleOutcome.RETURN;
        }
        return new Judgement(returns, !reasons.isEmpty(), reasons);
    }

    /** Where the figures are not what the platform knows of the month itself: a part of what {@link #judge} tells. */
    public List<String> contradictions(Figures figures, Figures known) {
        return rules.all().stream()
                .filter(rule -> rule.isOf(RuleKind.AS_KNOWN))
                .flatMap(rule -> rule.broken(figures, null, known).stream())
                .toList();
    }

    /** All rules, by code; for everybody but devices. */
    public List<PlausibilityRuleView> list() {
        caller.require(Role.READERS);
        return rules.all().stream().map(PlausibilityRule::view).toList();
    }

    /**
     * Changes a rule; for administrators. Reports that were judged before stay as they are.
     *
     * @throws NotFound {@code plausibility-rule-unknown}
     */
    public PlausibilityRuleView change(String code, RuleChange change) {
        caller.require(Role.ADMINISTRATOR);
        PlausibilityRule rule = rules.find(code)
                .orElseThrow(() -> new NotFound("plausibility-rule-unknown", "There is no rule " + code + "."));
        rule.change(change);
        rules.session().update(rule);
        return rule.view();
    }
}
