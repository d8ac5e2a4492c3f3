package org.computility.federation.subscribers;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.parcels.Signer;
import org.computility.shared.outbound.parcels.Turn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who gets monitoring data on a timetable, and how far it has been told. */
@Entity
@Table(name = "report_subscriber")
class Subscriber {

    private static final String HEADERS = "X-Monitoring";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Id
    private String name;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Layer layer;

    private String url;

    @Enumerated(EnumType.STRING)
    private KeyedHash algorithm;

    @Column
    private byte[] sealedSecret;

    private String timetable;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] provinces;

    private boolean load;

    private long knownOn;

    private Instant deliveredAt;
    private String setBy;
    private Instant setAt;

    @Embedded
    private Turn turn = new Turn();

    protected Subscriber() {}

    /** Rejected {@code member-invalid} for a name that does not fit into an address as it is. */
    static Subscriber named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Rejected(
                    "member-invalid", new Member("name"), "{member} is up to 64 of A-Z, a-z, 0-9, '.', '_' and '-'.");
        }
        Subscriber subscriber = new Subscriber();
        subscriber.name = name;
        return subscriber;
    }

    boolean isNew() {
        return setAt == null;
    }

    /** It is told at once, and then by its timetable. What is on its way under another setting is not taken for delivered. */
    void set(NewSubscriber wanted, Sealing sealing, String by, Instant now) {
        Timetable.read(wanted.timetable());
        layer = wanted.layer();
        url = wanted.url();
        algorithm = wanted.algorithm();
        sealedSecret = sealing.seal(wanted.secret().getBytes(StandardCharsets.UTF_8));
        timetable = wanted.timetable();
        provinces = wanted.provinces().toArray(String[]::new);
        load = wanted.load();
        knownOn = wanted.after() == null ? knownOn : wanted.after();
        setBy = by;
        setAt = now;
        turn.release();
        turn.dueAt(now);
    }

    /** It has taken what became known up to that point. */
    void took(long upTo, Instant now) {
        knownOn = upTo;
        deliveredAt = now;
        turn.succeeded();
    }

    /** Nothing is left to tell: its next time comes by its timetable. */
    void rest(Instant now, ZoneId zone) {
        turn.dueAt(Timetable.read(timetable).next(now, zone));
        turn.release();
    }

    Turn turn() {
        return turn;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    List<String> provinces() {
        return List.of(provinces);
    }

    boolean getsLoad() {
        return load;
    }

    /** The point up to which it has been told. */
    long knownOn() {
        return knownOn;
    }

    /** What is posted with a body: who it is for, when, and the signature of both. */
    Map<String, String> headers(String body, Sealing sealing, Instant now) {
        Map<String, String> headers = new Signer(algorithm, sealing.open(sealedSecret)).headers(HEADERS, body, now);
        headers.put(HEADERS + "-Subscriber", name);
        return headers;
    }

    SubscriberView view() {
        return new SubscriberView(
                name,
                layer,
                url,
                algorithm.word(),
                timetable,
                List.of(provinces),
                load,
                knownOn,
                deliveredAt,
                turn.failures(),
                turn.fault(),
                turn.nextTryAt(),
                setBy,
                setAt);
    }
}
