package org.computility.reporting.plausibility;

/** What follows where a rule is broken. */
public enum RuleOutcome {
    /** The figures cannot be true: the report goes back. */
    RETURN,
    /** They are odd: somebody looks at them. */
    DOUBT
}
