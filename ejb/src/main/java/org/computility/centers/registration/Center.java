package org.computility.centers.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.computility.connector.jobs.JobCapacity;
import org.computility.shared.keys.Sealing;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A registered center. What probes saw is written by one statement ({@link Centers#seen}) and never with the rest, so that a
 * change by people and a probe do not undo each other.
 */
@Entity
@Table(name = "center")
class Center {

    /** Why a new center is not connected. */
    static final String NOT_ASKED_YET = "The center was not asked yet.";

    @Id
    private String id;

    @Version
    private int version;

    private String name;
    private String province;
    private String city;
    private String description;
    private UUID operatorId;
    private String location;
    private String username;
    private byte[] sealedPassword;
    private Instant createdAt;

    @Column(updatable = false)
    private boolean connected;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant triedAt;

    @Column(updatable = false)
    private Instant probedAt;

    @Column(updatable = false)
    private Instant dueAt;

    @Column(updatable = false)
    private String processorType;

    @Column(updatable = false)
    @Convert(converter = CapacityColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private JobCapacity capacity;

    protected Center() {}

    /** @param wanted with its id */
    static Center register(NewCenter wanted, UUID operatorId, Sealing sealing, Instant now) {
        Center center = new Center();
        center.id = wanted.id();
        center.name = wanted.name();
        center.province = wanted.province();
        center.city = wanted.city();
        center.description = wanted.desc();
        center.operatorId = operatorId;
        center.createdAt = now;
        center.reason = NOT_ASKED_YET;
        center.dueAt = now;
        center.processorType = "";
        center.moveTo(wanted.location(), wanted.username(), wanted.password(), sealing);
        return center;
    }

    /** Says other things of it; an empty text says nothing. */
    void describe(CenterChange change) {
        name = change.name() == null ? name : change.name();
        province = said(change.province(), province);
        city = said(change.city(), city);
        description = said(change.desc(), description);
    }

    void passTo(UUID organisationId) {
        operatorId = organisationId;
    }

    final void moveTo(String place, String user, String password, Sealing sealing) {
        location = place;
        username = user;
        sealedPassword = password == null ? null : sealing.seal(password.getBytes(StandardCharsets.UTF_8));
    }

    UUID operatorId() {
        return operatorId;
    }

    CenterAddress address() {
        return new CenterAddress(id, version, location, username, sealedPassword);
    }

    CenterView view() {
        return new CenterView(
                id,
                name,
                province,
                city,
                description,
                operatorId,
                location,
                username,
                connected,
                reason,
                triedAt,
                probedAt,
                createdAt,
                processorType.isEmpty() ? null : processorType,
                capacity);
    }

    private static String said(String next, String now) {
        if (next == null) {
            return now;
        }
        return next.isEmpty() ? null : next;
    }
}
