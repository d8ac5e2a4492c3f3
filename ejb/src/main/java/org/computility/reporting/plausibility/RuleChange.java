package org.computility.reporting.plausibility;

import java.math.BigDecimal;

/** What is new about a rule; null stays as it is. */
public record RuleChange(BigDecimal bound, RuleOutcome outcome, Boolean enabled) {}
