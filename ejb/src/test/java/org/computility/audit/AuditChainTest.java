package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.computility.shared.keys.SealingForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final UUID BUREAU = UUID.randomUUID();

    private static final AuditedCall CALL = new AuditedCall(
            UUID.randomUUID(),
            NOON,
            new AuditEntry("admin", BUREAU, "PATCH /platform/v1/accounts/{id}", "account x", "::1", 200, "r-1"));

    @TempDir
    Path folder;

    private static final TestSessions SESSIONS = new TestSessions(TestDatabase.fresh());

    private final AuditRecords records = new AuditRecords_(SESSIONS.current());
    private AuditChain chain;

    @BeforeEach
    void startAnEmptyTrail() {
        AuditTrailForTests.empty(SESSIONS.current());
        chain = new AuditChain(records, SealingForTests.keptIn(folder));
    }

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(verify()).isEqualTo(AuditVerification.intact(0));
    }

    @Test
    void anUntouchedTrailIsIntact() {
        append(7);

        assertThat(verify()).isEqualTo(AuditVerification.intact(7));
    }

    @Test
    void namesARecordThatWasAltered() {
        append(7);

        tamper("UPDATE audit_record SET account = 'somebody else' WHERE id = 4");

        assertThat(verify()).isEqualTo(AuditVerification.broken(3, 4));
    }

    @Test
    void namesARecordThatIsGoneFromTheMiddle() {
        append(7);

        tamper("DELETE FROM audit_record WHERE id = 3");

        assertThat(verify()).isEqualTo(AuditVerification.broken(2, 3));
    }

    @Test
    void namesTheFirstRecordThatIsGoneFromTheTail() {
        append(7);

        tamper("DELETE FROM audit_record WHERE id >= 6");

        assertThat(verify()).isEqualTo(AuditVerification.broken(5, 6));
    }

    @Test
    void noticesATailCutTogetherWithTheHead() {
        append(7);

        tamper("DELETE FROM audit_record WHERE id = 7");
        tamper("UPDATE audit_head SET id = 6, hash = (SELECT hash FROM audit_record WHERE id = 6)");

        assertThat(verify().valid()).isFalse();
    }

    @Test
    void noticesThatAllRecordsAndTheHeadAreGone() {
        append(2);

        tamper("DELETE FROM audit_record");

        assertThat(verify()).isEqualTo(AuditVerification.broken(0, 1));
    }

    @Test
    void namesARecordBehindTheHead() {
        append(2);

        tamper("INSERT INTO audit_record SELECT 3, at, account, organisation_id, action, target, source, outcome,"
                + " request_id, hash FROM audit_record WHERE id = 2");

        assertThat(verify()).isEqualTo(AuditVerification.broken(2, 3));
    }

    @Test
    void aRecordBehindThousandsIsFoundAsWell() {
        append(5_003);

        tamper("UPDATE audit_record SET outcome = 204 WHERE id = 5002");

        assertThat(verify()).isEqualTo(AuditVerification.broken(5_001, 5_002));
    }

    @Test
    void theDatabaseItselfRefusesChanges() {
        append(1);

        for (String change :
                new String[] {"UPDATE audit_record SET outcome = 1", "DELETE FROM audit_record", "TRUNCATE audit_record"
                }) {
            assertThatThrownBy(() -> AuditTrailForTests.execute(SESSIONS.current(), change))
                    .as(change)
                    .hasStackTraceContaining("neither changed nor removed");
        }
        assertThat(verify()).isEqualTo(AuditVerification.intact(1));
    }

    @Test
    void appendersAtTheSameTimeMakeOneChain() {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(appender -> CompletableFuture.runAsync(() -> append(25)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(verify()).isEqualTo(AuditVerification.intact(100));
    }

    @Test
    void recordsAppendedTogetherStandInTheirOrderAsIfEachHadComeAlone() {
        AuditedCall byNobody =
                new AuditedCall(null, NOON, new AuditEntry(null, null, "POST /x", "x", "::1", 401, "r-x"));
        append(2);
        commit(List.of(CALL, byNobody, CALL));
        append(1);

        assertThat(verify()).isEqualTo(AuditVerification.intact(6));
        assertThat(search(new AuditQuery(null, null, null, null, null, null), null))
                .extracting(AuditRecordView::outcome)
                .containsExactly(200, 200, 401, 200, 200, 200);
        tamper("UPDATE audit_record SET outcome = 200 WHERE id = 4");
        assertThat(verify()).isEqualTo(AuditVerification.broken(3, 4));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        append(1);

        var found = search(new AuditQuery(null, null, null, null, null, null), null);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).at()).isEqualTo(NOON);
        assertThat(found.get(0).organisationId()).isEqualTo(BUREAU);
        assertThat(found.get(0).action()).isEqualTo("PATCH /platform/v1/accounts/{id}");
        assertThat(found.get(0).hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void filtersNarrowTheList() {
        append(1);
        AuditEntry refused = new AuditEntry(null, null, "POST /x", "x", "::1", 401, "r-x");
        commit(List.of(new AuditedCall(null, NOON.plusSeconds(60), refused)));

        assertThat(search(new AuditQuery(NOON.plusSeconds(1), null, null, null, null, null), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, NOON.plusSeconds(60), null, null, null, null), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, "admin", null, null, null), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, null, "patch /PLATFORM", null, null), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, null, null, 401, null), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, null, null, null, "r-x"), null))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, null, null, 500, null), null))
                .isEmpty();
        assertThat(search(new AuditQuery(null, null, null, null, null, null), BUREAU))
                .hasSize(1);
        assertThat(search(new AuditQuery(null, null, null, null, null, null), UUID.randomUUID()))
                .isEmpty();
    }

    private List<AuditRecordView> search(AuditQuery query, UUID organisation) {
        return records.page(query, organisation, PageRequest.FIRST)
                .map(AuditRecord::view)
                .content();
    }

    private AuditVerification verify() {
        return chain.verify();
    }

    private void append(int count) {
        for (int number = 0; number < count; number++) {
            commit(List.of(CALL));
        }
    }

    private void commit(List<AuditedCall> calls) {
        SESSIONS.commit(() -> chain.append(calls));
    }

    private static void tamper(String sql) {
        AuditTrailForTests.tamper(SESSIONS.current(), sql);
    }
}
