package org.computility.reporting.places;

/** What a code names. The codes of the three kinds never meet. */
public enum PlaceKind {
    /** GB/T 2260-2007, six digits. */
    PROVINCE,
    /** Annex D: 1 to 10. */
    CLUSTER,
    /** Annex E: 11 to 18. */
    HUB
}
