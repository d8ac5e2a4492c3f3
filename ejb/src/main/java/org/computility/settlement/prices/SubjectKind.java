package org.computility.settlement.prices;

/** What kind of thing is offered for use. */
public enum SubjectKind {
    MODEL,
    APPLICATION,
    /** A resource spec of T/AI 123.8: its seconds are sold. */
    SPEC,
    /** The same; calls of services that run with it are sold. */
    SPEC_CALLS
}
