package org.computility.reporting.centers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A computing center as its organisation reports it. */
@Entity
@Table(name = "reported_center")
class ReportedCenter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private int version;

    private UUID organisationId;
    private String name;
    private String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Integer[] projectIds;

    private String clusterId;
    private BigDecimal longitude;
    private BigDecimal latitude;
    private String province;
    private String city;
    private int type;
    private LocalDate productionDate;
    private String hubId;

    @Column
    private Instant createdAt;

    @Column
    private Instant changedAt;

    protected ReportedCenter() {}

    static ReportedCenter create(NewReportedCenter wanted, UUID organisationId, Instant now) {
        ReportedCenter center = new ReportedCenter();
        center.organisationId = organisationId;
        center.name = wanted.name();
        center.description = filled(wanted.description());
        center.projectIds = numbers(wanted.projectIds());
        center.clusterId = filled(wanted.clusterId());
        center.moveTo(new Position(wanted.longitude(), wanted.latitude()));
        center.province = wanted.province();
        center.city = wanted.city();
        center.type = wanted.type();
        center.productionDate = wanted.productionDate();
        center.hubId = filled(wanted.hubId());
        center.createdAt = now;
        center.changedAt = now;
        return center;
    }

    /** Whether it is what another creation would make: then the call is a repeated one. */
    boolean isAs(ReportedCenter other) {
        return Arrays.asList(facts()).equals(Arrays.asList(other.facts()));
    }

    void change(ReportedCenterChange change, Instant now) {
        name = change.name() == null ? name : change.name();
        description = said(change.description(), description);
        projectIds = numbers(change.projectIds());
        clusterId = said(change.clusterId(), clusterId);
        moveTo(new Position(change.longitude(), change.latitude()));
        type = change.type();
        productionDate = change.productionDate() == null
                ? productionDate
                : change.productionDate().orElse(null);
        hubId = said(change.hubId(), hubId);
        changedAt = now;
    }

    int id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    ReportedCenterView view() {
        return new ReportedCenterView(
                id,
                organisationId,
                name,
                description,
                List.of(projectIds),
                clusterId,
                plain(longitude),
                plain(latitude),
                province,
                city,
                type,
                productionDate,
                hubId);
    }

    private Object[] facts() {
        return new Object[] {
            name,
            description,
            List.of(projectIds),
            clusterId,
            plain(longitude),
            plain(latitude),
            province,
            city,
            type,
            productionDate,
            hubId
        };
    }

    private void moveTo(Position position) {
        longitude = position.longitude();
        latitude = position.latitude();
    }

    /** The column has six decimal places, whatever was said. */
    private static BigDecimal plain(BigDecimal degrees) {
        return new BigDecimal(degrees.stripTrailingZeros().toPlainString());
    }

    private static Integer[] numbers(List<Integer> ids) {
        return ids.stream().distinct().toArray(Integer[]::new);
    }

    private static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String said(String next, String now) {
        return next == null ? now : filled(next);
    }
}
