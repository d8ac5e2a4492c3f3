package org.computility.planning.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.computility.planning.inspection.Members.Member;
import org.computility.planning.periodic.Windows;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where a plan's inspection stands: the part of the plan's row that its rounds move. */
@Entity
@Table(name = "task_plan")
class Standing {

    @Id
    private long id;

    private String status;

    @Column(updatable = false)
    private Long batchRun;

    @Embedded
    private Position position;

    /** Null, as the duration is, where the plan is no inspection. */
    @Column(updatable = false)
    private Integer concurrency;

    @Column(updatable = false)
    private Integer duration;

    private Instant groupStartedAt;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> planDayTime;

    protected Standing() {}

    /** Whether the plan is on and still belongs to one of these runs. */
    boolean isWorkedOnBy(Set<PlanRun> runs) {
        return "ON".equals(status) && batchRun != null && runs.contains(run());
    }

    /** The run that the plan belongs to. */
    PlanRun run() {
        return new PlanRun(id, batchRun);
    }

    /** Whether a group may begin now; its time may end after the plan's window. */
    boolean isOpen(Instant now) {
        return Windows.of(planDayTime).isOpen(now);
    }

    /** A group runs, or was interrupted. */
    boolean hasOpenGroup() {
        return groupStartedAt != null;
    }

    /** The group's time is counted from now. */
    void open(Instant now) {
        groupStartedAt = now;
    }

    /** The group has run; {@code more} says whether the round goes on behind it. After the last round the plan goes off. */
    void close(long lastNumber, boolean more) {
        position = position.afterGroup(lastNumber, more);
        groupStartedAt = null;
        if (position.isOver()) {
            status = "OFF";
        }
    }

    /** Nobody of the running round is left behind its last group. */
    void closeRound() {
        close(position.afterNumber(), false);
    }

    /** The next group in its order. */
    Group group(List<Member> members, boolean interrupted) {
        return new Group(
                id,
                batchRun,
                position.round(),
                members.stream().map(Member::id).toList(),
                Math.max(position.afterNumber(), members.get(members.size() - 1).number()),
                Duration.ofSeconds(duration),
                interrupted);
    }

    long id() {
        return id;
    }

    String status() {
        return status;
    }

    Position position() {
        return position;
    }

    long afterNumber() {
        return position.afterNumber();
    }

    /** Null while no group is open. */
    Instant groupStartedAt() {
        return groupStartedAt;
    }

    int concurrency() {
        return concurrency;
    }
}
