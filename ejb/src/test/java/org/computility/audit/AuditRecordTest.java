package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditRecordTest {

    private static final byte[] BEGINNING = new byte[32];
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    private static final AuditedCall CALL = new AuditedCall(
            null,
            NOON,
            new AuditEntry(
                    "admin",
                    UUID.fromString("5d0ba3ee-4b0c-4a6b-9b0c-6a2f3f6c1d11"),
                    "PATCH /platform/v1/accounts/{id}",
                    "account x",
                    "::1",
                    200,
                    "r-1"));

    @Test
    void followsTheRecordThatItWasAppendedBehind() {
        AuditRecord first = AuditRecord.after(0, BEGINNING, CALL);
        AuditRecord second = AuditRecord.after(first.id(), first.hash(), CALL);

        assertThat(first.follows(0, BEGINNING)).isTrue();
        assertThat(second.follows(1, first.hash())).isTrue();
        assertThat(second.follows(1, BEGINNING)).isFalse();
        assertThat(second.follows(2, first.hash())).isFalse();
    }

    @Test
    void equalCallsHaveOtherHashesAtOtherPlaces() {
        AuditRecord first = AuditRecord.after(0, BEGINNING, CALL);
        AuditRecord second = AuditRecord.after(first.id(), first.hash(), CALL);

        assertThat(second.hash()).hasSize(32).isNotEqualTo(first.hash());
    }

    /** A chain that an earlier version wrote must stay intact: what the hash covers never changes. */
    @Test
    void theHashCoversTheCanonicalJsonOfTheRecord() {
        assertThat(AuditRecord.after(0, BEGINNING, CALL).view().hash())
                .isEqualTo("92675678e5e7c63e295aad0aad9228b915f2baca68d7bd00f83a7a5acd81531f");
    }

    @Test
    void showsAllThatIsKnownOfTheCall() {
        AuditRecordView view = AuditRecord.after(41, BEGINNING, CALL).view();

        assertThat(view.id()).isEqualTo(42);
        assertThat(view.at()).isEqualTo(NOON);
        assertThat(view.account()).isEqualTo("admin");
        assertThat(view.action()).isEqualTo("PATCH /platform/v1/accounts/{id}");
        assertThat(view.target()).isEqualTo("account x");
        assertThat(view.source()).isEqualTo("::1");
        assertThat(view.outcome()).isEqualTo(200);
        assertThat(view.requestId()).isEqualTo("r-1");
    }
}
