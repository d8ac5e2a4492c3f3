package org.computility.centers.catalogue;

import java.time.Instant;
import org.computility.shared.Member;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * Which images; null and an empty text ask for nothing.
 *
 * @param centerId the images of that center, those of every center among them
 * @param createdFrom that instant included
 * @param createdBefore that instant excluded
 */
public record ImageSearch(
        String centerId,
        String processor,
        String framework,
        Instant createdFrom,
        Instant createdBefore,
        PageRequest page) {

    /** Rejected {@code period-reversed}. */
    public ImageSearch {
        if (createdFrom != null && createdBefore != null && !createdFrom.isBefore(createdBefore)) {
            throw new Rejected(
                    "period-reversed", new Member("createAfter"), "{member} is not later than the end of the period.");
        }
    }
}
