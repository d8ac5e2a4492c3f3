package org.computility.settlement.prices;

/** What kind of thing is offered for use. */
public enum SubjectKind {
    MODEL,
    APPLICATION
}
