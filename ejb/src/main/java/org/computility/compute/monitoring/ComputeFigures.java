package org.computility.compute.monitoring;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a node last said of itself. */
@Entity
@Table(name = "compute_figures")
class ComputeFigures {

    @Id
    private String code;

    @Convert(converter = FiguresColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<JsonObject> figures;

    @Column
    private Instant takenAt;

    protected ComputeFigures() {}

    String code() {
        return code;
    }

    Instant takenAt() {
        return takenAt;
    }

    /** One of annex G's DeviceInfo for each of its machines. */
    List<JsonObject> machines() {
        return figures;
    }
}
