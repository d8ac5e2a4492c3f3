package org.computility.reporting.duplicates;

import java.time.LocalDate;
import org.computility.reporting.duplicates.matching.CenterFacts;

/**
 * A center, and one that may be the same.
 *
 * @param ofId the center that is asked about
 * @param id the other one, of which the rest tells; or the center itself
 * @param productionDate as a text; null: none
 */
public record CandidateRow(
        int ofId,
        int id,
        String name,
        String provinceName,
        String city,
        double longitude,
        double latitude,
        int type,
        String productionDate) {

    CenterFacts facts() {
        return new CenterFacts(
                id,
                name,
                provinceName,
                city,
                longitude,
                latitude,
                type,
                productionDate == null ? null : LocalDate.parse(productionDate));
    }
}
