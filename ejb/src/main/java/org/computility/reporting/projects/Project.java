package org.computility.reporting.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.figures.FiguresColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A project. */
@Entity
@Table(name = "monitoring_project")
class Project {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private int version;

    private UUID organisationId;
    private String name;
    private String province;
    private String clusterId;
    private String hubId;

    @Convert(converter = FiguresColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Figures investment;

    @Column
    private Instant createdAt;

    @Column
    private Instant changedAt;

    protected Project() {}

    static Project create(NewProject wanted, UUID organisationId, Instant now) {
        Project project = new Project();
        project.organisationId = organisationId;
        project.name = wanted.name();
        project.province = wanted.province();
        project.clusterId = filled(wanted.clusterId());
        project.hubId = filled(wanted.hubId());
        project.investment = wanted.investment();
        project.createdAt = now;
        project.changedAt = now;
        return project;
    }

    /** Whether it is what a creation asks for: then the call is a repeated one. */
    boolean isAs(NewProject wanted) {
        return province.equals(wanted.province())
                && Objects.equals(clusterId, filled(wanted.clusterId()))
                && Objects.equals(hubId, filled(wanted.hubId()))
                && investment.equals(wanted.investment());
    }

    void change(ProjectChange change, Instant now) {
        name = change.name() == null ? name : change.name();
        clusterId = change.clusterId() == null ? clusterId : filled(change.clusterId());
        hubId = change.hubId() == null ? hubId : filled(change.hubId());
        investment = change.investment();
        changedAt = now;
    }

    int id() {
        return id;
    }

    boolean isOf(UUID organisation) {
        return organisationId.equals(organisation);
    }

    ProjectView view() {
        return new ProjectView(id, organisationId, name, province, clusterId, hubId, investment);
    }

    private static String filled(String code) {
        return code == null || code.isEmpty() ? null : code;
    }
}
