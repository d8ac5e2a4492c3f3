package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardTimeTest {

    @Test
    void aSearchIncludesTheWholeSecondOrMillisecondThatItsEndNames() {
        Instant last = Instant.parse("2026-11-22T08:00:00Z");

        assertThat(StandardTime.endOf(last, "2026-11-22 16:00:00")).isEqualTo("2026-11-22T08:00:01Z");
        assertThat(StandardTime.endOf(last, "2026-11-22 16:00:00.000")).isEqualTo("2026-11-22T08:00:00.001Z");
        assertThat(StandardTime.parseEnd("CreateTimeTo", null)).isNull();
        assertThat(StandardTime.parseEnd("CreateTimeTo", "")).isNull();
    }

    @Test
    void refusesAYearThatNoTableCanShow() {
        for (String year : List.of("-9999", "-0001", "0000", "+12019", "+999999999")) {
            assertThatThrownBy(() -> StandardTime.parse("createAfter", year + "-01-01 00:00:00"))
                    .as(year)
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("not " + year);
        }
    }

    @Test
    void refusesAnEndThatIsNoTime() {
        assertThatThrownBy(() -> StandardTime.parseEnd("CreateTimeTo", "2026-02-30 00:00:00"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("CreateTimeTo"));
    }
}
