package org.computility.reporting.plausibility;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Optional;
import org.computility.reporting.figures.Figures;

/** A rule that figures of a month may break. */
@Entity
@Table(name = "plausibility_rule")
class PlausibilityRule {

    @Id
    private String code;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    private String measure;
    private String other;
    private String divisor;
    private BigDecimal bound;

    @Enumerated(EnumType.STRING)
    private RuleOutcome outcome;

    private boolean enabled;

    protected PlausibilityRule() {}

    /** Why the figures break it; empty where they do not, or nobody asks. */
    Optional<String> broken(Figures figures, Figures before, Figures known) {
        return enabled
                ? kind.fault(RuleKind.Comparison.of(measure, other, divisor, bound, figures, before, known))
                        .map(fault -> code + ": " + fault + ".")
                : Optional.empty();
    }

    void change(RuleChange change) {
        bound = change.bound() == null ? bound : change.bound();
        outcome = change.outcome() == null ? outcome : change.outcome();
        enabled = change.enabled() == null ? enabled : change.enabled();
    }

    boolean isOf(RuleKind some) {
        return kind == some;
    }

    RuleOutcome outcome() {
        return outcome;
    }

    PlausibilityRuleView view() {
        return new PlausibilityRuleView(
                code,
                kind,
                measure,
                other,
                divisor,
                new BigDecimal(bound.stripTrailingZeros().toPlainString()),
                outcome,
                enabled);
    }
}
