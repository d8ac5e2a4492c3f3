package org.computility.planning.followers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One look of a follower at what another capability found. Follow-ups are made and ended many at once, by statements. */
@Entity
@Immutable
@Table(name = "follow_up")
class FollowUp {

    @Id
    @Column
    private UUID id;

    private UUID parentResult;
    private String follower;

    @Column
    private long planId;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    private int depth;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FollowUpState state;

    private String message;
    private UUID instanceId;
    private Instant createdAt;
    private Instant endedAt;

    protected FollowUp() {}

    FollowUpView view() {
        return new FollowUpView(parentResult, follower, depth, state, message, instanceId, createdAt, endedAt);
    }
}
