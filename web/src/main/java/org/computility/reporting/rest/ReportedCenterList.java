package org.computility.reporting.rest;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.computility.reporting.centers.ListedCenter;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** Table A.7-3. */
public record ReportedCenterList(int total, List<RowView> datalist) {

    /**
     * Table A.7-4, and which centers are one.
     *
     * @param mergedIds other centers that count as this one; null: none
     * @param mergedInto the center that it counts as; null: itself
     */
    public record RowView(
            int id,
            String name,
            String description,
            String projectId,
            String clusterId,
            BigDecimal longitude,
            BigDecimal latitude,
            String province,
            String city,
            int type,
            @JsonbTypeAdapter(MonitoringDates.Day.class) LocalDate productionDate,
            String hubId,
            List<Integer> mergedIds,
            Integer mergedInto) {}

    static ReportedCenterList of(List<ListedCenter> centers) {
        return new ReportedCenterList(
                centers.size(), centers.stream().map(ReportedCenterList::row).toList());
    }

    private static RowView row(ListedCenter listed) {
        ReportedCenterView center = listed.center();
        return new RowView(
                center.id(),
                center.name(),
                center.description(),
                ProjectIds.written(center.projectIds()),
                center.clusterId(),
                center.longitude(),
                center.latitude(),
                center.province(),
                center.city(),
                center.type(),
                center.productionDate(),
                center.hubId(),
                listed.mergedIds().isEmpty() ? null : listed.mergedIds(),
                listed.mergedInto());
    }
}
