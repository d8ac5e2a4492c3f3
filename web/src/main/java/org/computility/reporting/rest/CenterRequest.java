package org.computility.reporting.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.computility.reporting.centers.NewReportedCenter;
import org.computility.reporting.centers.ReportedCenterChange;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** A computing center as it comes in (TC609 tables A.5-1 and A.6-1). */
public record CenterRequest(
        Integer id,
        String name,
        String description,
        String projectId,
        String clusterId,
        BigDecimal longitude,
        BigDecimal latitude,
        String province,
        String city,
        Integer type,
        String productionDate,
        String hubId) {

    NewReportedCenter center() {
        return new NewReportedCenter(
                name,
                description,
                ProjectIds.read(projectId),
                clusterId,
                longitude,
                latitude,
                province,
                city,
                type,
                day().orElse(null),
                hubId);
    }

    ReportedCenterChange change() {
        return new ReportedCenterChange(
                id,
                name,
                description,
                ProjectIds.read(projectId),
                clusterId,
                longitude,
                latitude,
                type,
                productionDate == null ? null : day(),
                hubId);
    }

    /** Empty for a center that is not in production: 未投产的不填. */
    private Optional<LocalDate> day() {
        return productionDate == null || productionDate.isEmpty()
                ? Optional.empty()
                : Optional.of(new MonitoringDates.Day().adaptFromJson(productionDate));
    }
}
