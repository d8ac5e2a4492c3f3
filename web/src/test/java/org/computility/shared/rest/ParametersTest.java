package org.computility.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void absentAndEmptyAreNotGiven() {
        assertThat(Parameters.uuid("id", null)).isNull();
        assertThat(Parameters.uuid("id", "")).isNull();
        assertThat(Parameters.instant("from", "")).isNull();
        assertThat(Parameters.number("")).isNull();
        assertThat(Parameters.flag("")).isNull();
        assertThat(Parameters.text("")).isNull();
    }

    @Test
    void readsInstantsWithAnyOffset() {
        assertThat(Parameters.instant("from", "2026-11-22T16:00:00+08:00"))
                .isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(Parameters.instant("from", "2026-11-22T16:00:00 08:00"))
                .isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @Test
    void namesWhatHasTheWrongType() {
        assertRefused(() -> Parameters.uuid("id", "7"), "member-type", "id");
        assertRefused(() -> Parameters.instant("from", "yesterday"), "member-type", "from");
        assertRefused(() -> Parameters.instant("from", "+10000-01-01T00:00:00Z"), "member-invalid", "from");
    }

    @Test
    void readsWhatTheContractHasLetPass() {
        assertThat(Parameters.number("-7")).isEqualTo(-7);
        assertThat(Parameters.flag("false")).isFalse();
        assertThat(Parameters.oneOf(DayOfWeek.class, "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Parameters.oneOf(DayOfWeek.class, "monday")).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void pagesHaveDefaults() {
        assertThat(new PageQuery(null, "").request()).isEqualTo(new PageRequest(1, 20, List.of()));
        assertThat(new PageQuery("3", "1000").request()).isEqualTo(new PageRequest(3, 1000, List.of()));
    }

    private static void assertRefused(ThrowingCallable call, String code, String member) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }
}
