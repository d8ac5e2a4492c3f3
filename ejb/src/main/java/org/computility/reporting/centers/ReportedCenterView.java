package org.computility.reporting.centers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A computing center as it is reported (TC609 table A.7-4).
 *
 * @param organisationId who reports it
 * @param description null: none
 * @param clusterId null: of no cluster
 * @param productionDate null: not in production
 * @param hubId null: of no hub
 */
public record ReportedCenterView(
        int id,
        UUID organisationId,
        String name,
        String description,
        List<Integer> projectIds,
        String clusterId,
        BigDecimal longitude,
        BigDecimal latitude,
        String province,
        String city,
        int type,
        LocalDate productionDate,
        String hubId) {}
