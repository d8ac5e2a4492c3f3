package org.computility.reporting.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A source of a reported center. It is another center's only when it has left this one. */
@Entity
@Table(name = "reported_source")
class ReportedSource {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column
    private Integer id;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private String sourceId;
    private int centerId;

    protected ReportedSource() {}

    static ReportedSource bind(Source source, int centerId) {
        ReportedSource bound = new ReportedSource();
        bound.kind = source.kind();
        bound.sourceId = source.id();
        bound.centerId = centerId;
        return bound;
    }

    int centerId() {
        return centerId;
    }

    Source source() {
        return new Source(kind, sourceId);
    }
}
