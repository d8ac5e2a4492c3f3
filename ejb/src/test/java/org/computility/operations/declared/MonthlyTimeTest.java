package org.computility.operations.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyTimeTest {

    private static final String SETTING = "computility.month.close";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:00:00Z, 2026-12-01T21:00:00Z",
        "2026-12-01T20:59:59Z, 2026-12-01T21:00:00Z",
        "2026-12-01T21:00:00Z, 2027-01-01T21:00:00Z",
        // In Shanghai it is December already.
        "2026-11-30T16:00:00Z, 2026-12-01T21:00:00Z"
    })
    void comesOnceAMonthInItsZone(Instant now, Instant next) {
        assertThat(at("2 05:00").after(now)).isEqualTo(next);
    }

    @Test
    void offIsNever() {
        assertThat(MonthlyTime.read(SETTING, "off", SHANGHAI)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05:00", "0 05:00", "29 05:00", "2 25:00", "2", "first 05:00"})
    void refusesWhatIsNoTimeOfEachMonth(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthlyTime.read(SETTING, text, SHANGHAI))
                .withMessageContaining(SETTING);
    }

    @Test
    void itsTextTellsItFromOthers() {
        assertThat(at("2 05:00")).hasToString("day 2 05:00 Asia/Shanghai");
        assertThat(at("3 05:00")).doesNotHaveToString("day 2 05:00 Asia/Shanghai");
    }

    private static MonthlyTime at(String text) {
        return MonthlyTime.read(SETTING, text, SHANGHAI).orElseThrow();
    }
}
