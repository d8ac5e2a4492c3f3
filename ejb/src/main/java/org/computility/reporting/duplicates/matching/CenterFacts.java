package org.computility.reporting.duplicates.matching;

import java.time.LocalDate;

/**
 * What of a reported center tells whether it is another one.
 *
 * @param provinceName of GB/T 2260, such as 贵州省
 * @param city six digits of GB/T 2260
 * @param type 0 to 6, as TC609 table A.5-1 has it
 * @param productionDate null: not in production, or not told
 */
public record CenterFacts(
        int id,
        String name,
        String provinceName,
        String city,
        double longitude,
        double latitude,
        int type,
        LocalDate productionDate) {}
