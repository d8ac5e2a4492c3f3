package org.computility.reporting.centers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A computing center to be reported (TC609 table A.5-1).
 *
 * @param description null: none
 * @param projectIds empty: of no project
 * @param clusterId null and an empty text: of no cluster
 * @param longitude in degrees, at most six decimal places
 * @param latitude in degrees, at most six decimal places
 * @param type 0 to 6: general, intelligent, super, and their mixtures
 * @param productionDate null: not in production
 * @param hubId null and an empty text: of no hub
 */
public record NewReportedCenter(
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
