package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");
    private static final UUID BUREAU = UUID.randomUUID();
    private static final UUID ANOTHER_SERVER = UUID.randomUUID();

    @TempDir
    Path folder;

    private static final StatelessSession SESSION = new TestSessions(TestDatabase.fresh()).current();

    private final BegunCalls calls = new BegunCalls_(SESSION);
    private AuditWriter writer;
    private AuditTrail trail;

    @BeforeEach
    void startAnEmptyTrail() {
        AuditTrailForTests.empty(SESSION);
        trail = AuditTrailForTests.over(SESSION, folder, Clock.fixed(NOON, ZoneOffset.UTC));
        writer = trail.writer;
        writer.stayAlive();
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
        calls.stayAlive(ANOTHER_SERVER);

        assertThat(writer.recordAbandoned()).isZero();

        assertThat(begun()).isEqualTo(2);
        assertThat(records()).isEmpty();
    }

    @Test
    void callsOfADeadServerAreRecordedOnceInTheirOrderAsUnanswered() {
        calls.stayAlive(ANOTHER_SERVER);
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
        calls.stayAlive(ANOTHER_SERVER);
        silence(ANOTHER_SERVER, Duration.ofSeconds(31));

        writer.recordAbandoned();

        assertThat(count("audit_server")).isOne();
        assertThat(count("audit_server WHERE server = '" + ANOTHER_SERVER + "'"))
                .isZero();
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            trail.record(trail.begin(entry(AuditEntry.NO_ANSWER)), entry(200));
        }
    }

    private void anotherBegins(Instant at) {
        calls.add(ANOTHER_SERVER, List.of(new AuditedCall(UUID.randomUUID(), at, entry(AuditEntry.NO_ANSWER))));
    }

    private void silence(UUID server, Duration since) {
        AuditTrailForTests.execute(
                SESSION,
                "UPDATE audit_server SET seen_at = seen_at - interval '" + since + "' WHERE server = '" + server + "'");
    }

    private long begun() {
        return count("audit_begun");
    }

    private static long count(String rows) {
        return SESSION.createNativeQuery("SELECT count(*) FROM " + rows, Long.class)
                .getSingleResult();
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
