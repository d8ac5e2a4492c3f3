package org.computility.reporting.plausibility;

import java.math.BigDecimal;

/**
 * A rule that figures of a month may break.
 *
 * @param measure the figure that it judges: {@code power.pue}
 * @param other the figure that it compares with; null for kinds that compare with none
 * @param divisor null for kinds that divide nothing
 */
public record PlausibilityRuleView(
        String code,
        RuleKind kind,
        String measure,
        String other,
        String divisor,
        BigDecimal bound,
        RuleOutcome outcome,
        boolean enabled) {}
