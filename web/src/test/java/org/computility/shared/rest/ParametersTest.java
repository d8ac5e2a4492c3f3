package org.computility.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        assertThat(Parameters.number("outcome", "")).isNull();
        assertThat(Parameters.flag("enabled", "")).isNull();
        assertThat(Parameters.text("name", "")).isNull();
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
        assertRefused(() -> Parameters.text("name", "a\0b"), "member-invalid", "name");
        assertRefused(() -> Parameters.number("outcome", "x"), "member-type", "outcome");
        assertRefused(() -> Parameters.flag("enabled", "yes"), "member-type", "enabled");
        assertRefused(() -> Parameters.oneOf("unit", ChronoUnit.class, "x"), "member-invalid", "unit");
    }

    @Test
    void pagesHaveDefaultsAndBounds() {
        assertThat(new PageQuery(null, "").request()).isEqualTo(new PageRequest(1, 20, List.of()));
        assertThat(new PageQuery("3", "1000").request()).isEqualTo(new PageRequest(3, 1000, List.of()));
        assertRefused(() -> new PageQuery("0", null).request(), "page-number-invalid", "page");
        assertRefused(() -> new PageQuery(null, "1001").request(), "page-size-invalid", "pageSize");
        assertRefused(() -> new PageQuery("x", null).request(), "member-type", "page");
    }

    private static void assertRefused(ThrowingCallable call, String code, String member) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }
}
