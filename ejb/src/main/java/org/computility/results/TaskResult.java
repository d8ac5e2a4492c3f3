package org.computility.results;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.computility.shared.database.JsonColumn;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an instance found, without the bytes of its image. */
@Entity
@Immutable
@Table(name = "task_result")
class TaskResult {

    @Id
    private UUID id;

    @Column
    private LocalDate day;

    private UUID instanceId;
    private long planId;

    @Column
    private UUID organisationId;

    private String computeCode;
    private String algoDefCode;
    private String deviceId;
    private String eventId;
    private long sequence;
    private Instant time;
    private Double mediaTime;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    private String imageType;
    private Integer imageWidth;
    private Integer imageHeight;

    @Formula("length(image)")
    private Integer imageSize;

    private UUID parentResult;

    private Instant receivedAt;

    protected TaskResult() {}

    /** The day, UTC, in whose partition the result lies; null for null. */
    static LocalDate day(Instant time) {
        return time == null ? null : time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    ResultView view() {
        return new ResultView(
                id,
                instanceId,
                planId,
                computeCode,
                algoDefCode,
                deviceId,
                eventId,
                sequence,
                time,
                // Rows from before other values were refused may hold infinity, which JSON cannot say.
                mediaTime == null || !Double.isFinite(mediaTime) ? null : mediaTime,
                JsonColumn.value(data).asJsonObject(),
                imageType == null ? null : new ResultView.ImageView(imageType, imageWidth, imageHeight, imageSize),
                parentResult,
                receivedAt);
    }
}
