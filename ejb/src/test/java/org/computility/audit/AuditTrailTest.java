package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Sql;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");
    private static final UUID BUREAU = UUID.randomUUID();
    private static final UUID ANOTHER_SERVER = UUID.randomUUID();

    @TempDir
    Path folder;

    private DataSource database;
    private AuditWriter writer;
    private AuditTrail trail;
    private BegunCalls another;

    @BeforeEach
    void startAnEmptyTrail() {
        database = TestDatabase.fresh();
        trail = AuditTrailForTests.in(database, folder, Clock.fixed(NOON, ZoneOffset.UTC));
        writer = trail.writer;
        writer.stayAlive();
        another = new BegunCalls(database, ANOTHER_SERVER);
    }

    @Test
    void aCallThatIsAnsweredLeavesItsRecordAndNothingElse() {
        UUID call = trail.begin(entry(AuditEntry.NO_ANSWER));
        assertThat(begun()).isOne();

        trail.record(call, entry(201));

        assertThat(begun()).isZero();
        assertThat(records()).extracting(AuditRecordView::outcome).containsExactly(201);
    }

    @Test
    void aCallRefusedBeforeItBeganIsRecordedToo() {
        trail.record(null, entry(401));

        assertThat(records()).extracting(AuditRecordView::outcome).containsExactly(401);
    }

    @Test
    void callsAtTheSameTimeLeaveOneRecordEach() {
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(caller -> CompletableFuture.runAsync(() -> call(25)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(begun()).isZero();
        assertThat(trail.verify()).isEqualTo(AuditVerification.intact(200));
    }

    @Test
    void runningCallsAreNobodyElsesToRecord() {
        trail.begin(entry(AuditEntry.NO_ANSWER));
        anotherBegins(NOON);
        another.stayAlive();

        assertThat(writer.recordAbandoned()).isZero();

        assertThat(begun()).isEqualTo(2);
        assertThat(records()).isEmpty();
    }

    @Test
    void callsOfADeadServerAreRecordedOnceInTheirOrderAsUnanswered() {
        another.stayAlive();
        silence(ANOTHER_SERVER, Duration.ofSeconds(31));
        anotherBegins(NOON.minusSeconds(50));
        anotherBegins(NOON.minusSeconds(60));

        assertThat(writer.recordAbandoned()).isEqualTo(2);
        assertThat(writer.recordAbandoned()).isZero();

        // The latest record first.
        assertThat(records())
                .extracting(AuditRecordView::at)
                .containsExactly(NOON.minusSeconds(50), NOON.minusSeconds(60));
        assertThat(records()).allSatisfy(record -> {
            assertThat(record.outcome()).isEqualTo(AuditEntry.NO_ANSWER);
            assertThat(record.account()).isEqualTo("somebody");
            assertThat(record.organisationId()).isEqualTo(BUREAU);
            assertThat(record.action()).isEqualTo("POST /platform/v1/organisations");
            assertThat(record.target()).isEqualTo("organisation 7");
            assertThat(record.source()).isEqualTo("192.0.2.7");
            assertThat(record.requestId()).isEqualTo("request-7");
        });
        assertThat(begun()).isZero();
        assertThat(trail.verify()).isEqualTo(AuditVerification.intact(2));
    }

    @Test
    void aDeadServerWithoutCallsIsForgottenAndALivingOneIsNot() {
        another.stayAlive();
        silence(ANOTHER_SERVER, Duration.ofSeconds(31));

        writer.recordAbandoned();

        assertThat(new Sql(database).number("SELECT count(*) FROM audit_server"))
                .isOne();
        assertThat(new Sql(database).number("SELECT count(*) FROM audit_server WHERE server = ?", ANOTHER_SERVER))
                .isZero();
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            trail.record(trail.begin(entry(AuditEntry.NO_ANSWER)), entry(200));
        }
    }

    private void anotherBegins(Instant at) {
        try (Connection connection = database.getConnection()) {
            another.add(connection, List.of(new AuditedCall(UUID.randomUUID(), at, entry(AuditEntry.NO_ANSWER))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void silence(UUID server, Duration since) {
        new Sql(database)
                .update(
                        "UPDATE audit_server SET seen_at = seen_at - make_interval(secs => ?) WHERE server = ?",
                        (double) since.toSeconds(),
                        server);
    }

    private long begun() {
        return new Sql(database).number("SELECT count(*) FROM audit_begun");
    }

    private List<AuditRecordView> records() {
        return trail.search(new AuditQuery(null, null, null, null, null, null), new PageRequest(1, 20, List.of()))
                .content();
    }

    private static AuditEntry entry(int outcome) {
        return new AuditEntry(
                "somebody",
                BUREAU,
                "POST /platform/v1/organisations",
                "organisation 7",
                "192.0.2.7",
                outcome,
                "request-7");
    }
}
