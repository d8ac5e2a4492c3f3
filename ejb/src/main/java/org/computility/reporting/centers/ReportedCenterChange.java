package org.computility.reporting.centers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is new about a computing center (TC609 table A.6-1).
 *
 * @param id null: the name tells which
 * @param name beside an id: the new name, or null
 * @param description null: as it is; an empty text: none
 * @param projectIds take the place of those before
 * @param clusterId null: as it is; an empty text: of no cluster
 * @param productionDate null: as it is; empty: not in production
 * @param hubId null: as it is; an empty text: of no hub
 */
public record ReportedCenterChange(
        Integer id,
        String name,
        String description,
        List<Integer> projectIds,
        String clusterId,
        BigDecimal longitude,
        BigDecimal latitude,
        int type,
        Optional<LocalDate> productionDate,
        String hubId) {}
