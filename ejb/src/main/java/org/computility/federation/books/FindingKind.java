package org.computility.federation.books;

/** How the books of two platforms differ about a report. */
public enum FindingKind {
    /** The platform above took it and does not have it. */
    MISSING_ABOVE,
    /** The platform above has it, and here is none that ought to stand there. */
    MISSING_BELOW,
    /** The platform above has other figures. */
    DIFFERENT
}
