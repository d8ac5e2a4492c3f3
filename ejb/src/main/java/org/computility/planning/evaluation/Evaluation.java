package org.computility.planning.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.JsonColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was found out about candidates. It never changes: results that come later are for another evaluation. */
@Entity
@Immutable
@Table(name = "evaluation")
class Evaluation {

    @Id
    private UUID id;

    @Column
    private UUID organisationId;

    private String name;
    private String type;
    private boolean byMedia;
    private Instant resultsFrom;
    private Instant resultsTo;
    private double toleranceSeconds;
    private Double toleranceOverlap;
    private int events;

    @JdbcTypeCode(SqlTypes.JSON)
    private String candidates;

    private String madeBy;

    @Column
    private Instant madeAt;

    protected Evaluation() {}

    static Evaluation of(
            NewEvaluation wanted, Terms terms, List<Score> scores, UUID organisationId, String by, Instant now) {
        Evaluation made = new Evaluation();
        made.id = UUID.randomUUID();
        made.organisationId = organisationId;
        made.name = wanted.name();
        made.type = wanted.type();
        made.byMedia = terms.byMedia();
        // By media times nothing bounds the results but what was asked for.
        made.resultsFrom = terms.byMedia() ? wanted.from() : terms.from();
        made.resultsTo = terms.byMedia() ? wanted.to() : terms.to();
        made.toleranceSeconds = terms.tolerance().seconds();
        made.toleranceOverlap = terms.tolerance().overlap();
        made.events = terms.truth().size();
        made.candidates = ScoresText.of(scores);
        made.madeBy = by;
        made.madeAt = now;
        return made;
    }

    EvaluationView view() {
        return new EvaluationView(
                id,
                organisationId,
                name,
                type,
                byMedia ? EvaluationView.TruthClock.MEDIA : EvaluationView.TruthClock.WALL,
                resultsFrom,
                resultsTo,
                new Tolerance(toleranceSeconds, toleranceOverlap),
                events,
                JsonColumn.value(candidates).asJsonArray(),
                madeBy,
                madeAt);
    }
}
