package org.computility.algorithms;

import jakarta.json.JsonArray;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One thing an algorithm package can do, and how far it has been cleared. */
@Entity
@Table(name = "capability")
class Capability {

    @Id
    private String code;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "package_id")
    private AlgorithmPackage algorithmPackage;

    private String name;
    private String description;

    private String dataType;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> taskTypes;

    // Asked for by statements only.
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> eventIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> followers;

    @JdbcTypeCode(SqlTypes.JSON)
    private String taskFields;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CapabilityStatus status;

    private Instant createdAt;

    private Instant lastModifiedAt;

    @Version
    private long lockVersion;

    protected Capability() {}

    Capability(AlgorithmPackage algorithmPackage, String code, Instant now) {
        this.algorithmPackage = algorithmPackage;
        this.code = code;
        this.status = CapabilityStatus.UNTESTED;
        this.createdAt = now;
        this.lastModifiedAt = now;
    }

    /** Takes over what an import says about this capability; the status stays. */
    void describe(org.computility.algopackage.Capability described) {
        name = described.name();
        description = described.description();
        dataType = described.dataType();
        taskTypes = List.copyOf(described.taskTypes());
        eventIds = List.copyOf(described.eventIds());
        followers = List.copyOf(described.followers());
        taskFields = PackageJson.taskFields(described.taskFields());
    }

    /** Another package brings this capability from now on, with bytes that nobody has tried. */
    void moveTo(AlgorithmPackage other, Instant now) {
        algorithmPackage = other;
        reset(now);
    }

    /** Back to untested. */
    void reset(Instant now) {
        status = CapabilityStatus.UNTESTED;
        lastModifiedAt = now;
    }

    /** Moves to a status that may follow the present one. The present status again changes nothing. */
    void move(CapabilityStatus next, Instant now) {
        if (next == status) {
            return;
        }
        if (!status.followers().contains(next)) {
            throw new Conflict(
                    "capability-status-order",
                    new Member("status"),
                    "From " + status + " a capability moves to one of " + status.followers() + ", not to " + next
                            + ".");
        }
        status = next;
        lastModifiedAt = now;
    }

    String code() {
        return code;
    }

    AlgorithmPackage algorithmPackage() {
        return algorithmPackage;
    }

    /** As table A.11 lists it: without the task fields. */
    AlgoDefView listed() {
        return standardView(null);
    }

    /** As table A.12 shows it, with the task fields. */
    AlgoDefView detailed() {
        return standardView(PackageJson.array(taskFields));
    }

    private AlgoDefView standardView(JsonArray fields) {
        return new AlgoDefView(
                name,
                code,
                description,
                algorithmPackage.provider(),
                dataType,
                "ENGINE",
                algorithmPackage.id(),
                algorithmPackage.version(),
                status.name(),
                status.description(),
                taskTypes,
                fields,
                null,
                null,
                createdAt,
                lastModifiedAt);
    }

    CapabilityView view() {
        return new CapabilityView(
                code, algorithmPackage.id(), name, dataType, taskTypes, followers, status, status.loadable());
    }
}
