package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.computility.shared.PageRequest;
import org.computility.shared.SealingForTests;
import org.computility.shared.database.TestDatabase;
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

    private DataSource database;
    private AuditChain chain;

    @BeforeEach
    void startAnEmptyTrail() {
        database = TestDatabase.fresh();
        chain = new AuditChain(SealingForTests.keptIn(folder));
    }

    @Test
    void anEmptyTrailIsIntact() throws SQLException {
        assertThat(verify()).isEqualTo(AuditVerification.intact(0));
    }

    @Test
    void anUntouchedTrailIsIntact() throws SQLException {
        append(7);

        assertThat(verify()).isEqualTo(AuditVerification.intact(7));
    }

    @Test
    void namesARecordThatWasAltered() throws SQLException {
        append(7);

        tamper("UPDATE audit_record SET account = 'somebody else' WHERE id = 4");

        assertThat(verify()).isEqualTo(AuditVerification.broken(3, 4));
    }

    @Test
    void namesARecordThatIsGoneFromTheMiddle() throws SQLException {
        append(7);

        tamper("DELETE FROM audit_record WHERE id = 3");

        assertThat(verify()).isEqualTo(AuditVerification.broken(2, 3));
    }

    @Test
    void namesTheFirstRecordThatIsGoneFromTheTail() throws SQLException {
        append(7);

        tamper("DELETE FROM audit_record WHERE id >= 6");

        assertThat(verify()).isEqualTo(AuditVerification.broken(5, 6));
    }

    @Test
    void noticesATailCutTogetherWithTheHead() throws SQLException {
        append(7);

        tamper("DELETE FROM audit_record WHERE id = 7");
        tamper("UPDATE audit_head SET id = 6, hash = (SELECT hash FROM audit_record WHERE id = 6)");

        assertThat(verify().valid()).isFalse();
    }

    @Test
    void noticesThatAllRecordsAndTheHeadAreGone() throws SQLException {
        append(2);

        tamper("DELETE FROM audit_record");

        assertThat(verify()).isEqualTo(AuditVerification.broken(0, 1));
    }

    @Test
    void namesARecordBehindTheHead() throws SQLException {
        append(2);

        tamper("INSERT INTO audit_record SELECT 3, at, account, organisation_id, action, target, source, outcome,"
                + " request_id, hash FROM audit_record WHERE id = 2");

        assertThat(verify()).isEqualTo(AuditVerification.broken(2, 3));
    }

    @Test
    void aRecordBehindThousandsIsFoundAsWell() throws SQLException {
        append(5_003);

        tamper("UPDATE audit_record SET outcome = 204 WHERE id = 5002");

        assertThat(verify()).isEqualTo(AuditVerification.broken(5_001, 5_002));
    }

    @Test
    void theDatabaseItselfRefusesChanges() throws SQLException {
        append(1);

        for (String change :
                new String[] {"UPDATE audit_record SET outcome = 1", "DELETE FROM audit_record", "TRUNCATE audit_record"
                }) {
            assertThatThrownBy(() -> execute(change))
                    .as(change)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("neither changed nor removed");
        }
        assertThat(verify()).isEqualTo(AuditVerification.intact(1));
    }

    @Test
    void appendersAtTheSameTimeMakeOneChain() throws SQLException {
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(appender -> CompletableFuture.runAsync(() -> appendUnchecked(25)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(verify()).isEqualTo(AuditVerification.intact(100));
    }

    @Test
    void recordsAppendedTogetherStandInTheirOrderAsIfEachHadComeAlone() throws SQLException {
        AuditedCall byNobody =
                new AuditedCall(null, NOON, new AuditEntry(null, null, "POST /x", "x", "::1", 401, "r-x"));
        append(2);
        try (Connection connection = transaction()) {
            chain.append(connection, List.of(CALL, byNobody, CALL));
            connection.commit();
        }
        append(1);

        assertThat(verify()).isEqualTo(AuditVerification.intact(6));
        assertThat(search(new AuditQuery(null, null, null, null, null, null), null))
                .extracting(AuditRecordView::outcome)
                .containsExactly(200, 200, 401, 200, 200, 200);
        tamper("UPDATE audit_record SET outcome = 200 WHERE id = 4");
        assertThat(verify()).isEqualTo(AuditVerification.broken(3, 4));
    }

    @Test
    void whatIsWrittenIsReadBack() throws SQLException {
        append(1);

        var found = search(new AuditQuery(null, null, null, null, null, null), null);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).at()).isEqualTo(NOON);
        assertThat(found.get(0).organisationId()).isEqualTo(BUREAU);
        assertThat(found.get(0).action()).isEqualTo("PATCH /platform/v1/accounts/{id}");
        assertThat(found.get(0).hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void filtersNarrowTheList() throws SQLException {
        append(1);
        try (Connection connection = transaction()) {
            AuditEntry refused = new AuditEntry(null, null, "POST /x", "x", "::1", 401, "r-x");
            chain.append(connection, List.of(new AuditedCall(null, NOON.plusSeconds(60), refused)));
            connection.commit();
        }

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
        return new AuditSearch(query, organisation)
                .page(database, PageRequest.FIRST)
                .content();
    }

    private AuditVerification verify() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return chain.verify(connection);
        }
    }

    private void appendUnchecked(int count) {
        try {
            append(count);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(int count) throws SQLException {
        try (Connection connection = transaction()) {
            for (int number = 0; number < count; number++) {
                chain.append(connection, List.of(CALL));
                connection.commit();
            }
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** As an administrator of the database could. */
    private void tamper(String sql) throws SQLException {
        execute("ALTER TABLE audit_record DISABLE TRIGGER ALL; " + sql
                + "; ALTER TABLE audit_record ENABLE TRIGGER ALL");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
