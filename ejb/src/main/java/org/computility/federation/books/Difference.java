package org.computility.federation.books;

/**
 * A report about which the books differ.
 *
 * @param centerId here; null where it is none of ours
 * @param upperCenterId there
 * @param month {@code 2026-10}
 * @param knownOn the point of knowledge here; null where there is none
 * @param upperKnownOn the point of knowledge there; null where there is none
 * @param lost whether the platform above lost what it took: it is sent again
 */
public record Difference(
        FindingKind kind,
        Integer centerId,
        int upperCenterId,
        String month,
        Long knownOn,
        Long upperKnownOn,
        boolean lost) {

    static Difference of(OwnEntry ours, ReportEntry theirs) {
        if (theirs == null) {
            return new Difference(
                    FindingKind.MISSING_ABOVE,
                    ours.centerId(),
                    ours.upperCenterId(),
                    ours.month(),
                    ours.knownOn(),
                    null,
                    !ours.followed());
        }
        // Above something older than what was taken: it went back in time, as from a backup.
        boolean wentBack = !ours.followed() && ours.upperKnownOn() != null && theirs.knownOn() < ours.upperKnownOn();
        return new Difference(
                FindingKind.DIFFERENT,
                ours.centerId(),
                ours.upperCenterId(),
                ours.month(),
                ours.knownOn(),
                theirs.knownOn(),
                wentBack);
    }

    static Difference below(Integer centerId, ReportEntry theirs) {
        return new Difference(
                FindingKind.MISSING_BELOW, centerId, theirs.centerId(), theirs.month(), null, theirs.knownOn(), false);
    }
}
