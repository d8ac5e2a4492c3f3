package org.computility.operations.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyTimeTest {

    private static final String SETTING = "computility.results.purge";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T02:29:59Z, 2026-11-28T02:30:00Z",
        "2026-11-28T02:30:00Z, 2026-11-29T02:30:00Z",
        "2026-11-28T23:30:00Z, 2026-11-29T02:30:00Z",
        // Summer time ends in the night of the 25th of October 2026.
        "2026-10-24T12:00:00Z, 2026-10-25T02:30:00Z",
        "2026-10-24T01:00:00Z, 2026-10-24T01:30:00Z"
    })
    void comesOnceADayInItsZone(Instant now, Instant next) {
        assertThat(at("03:30").after(now)).isEqualTo(next);
    }

    @Test
    void aTimeThatTheClockLeapsOverComesLater() {
        // 02:30 becomes 03:30 on the 29th of March 2026.
        assertThat(at("02:30").after(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void offIsNever() {
        assertThat(DailyTime.read(SETTING, "off", BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "never", "3:30", "24:00", "03:30:00+01:00"})
    void refusesWhatIsNoTime(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyTime.read(SETTING, text, BERLIN))
                .withMessageContaining(SETTING);
    }

    @Test
    void itsTextTellsItFromOthers() {
        assertThat(at("03:30")).hasToString("03:30 Europe/Berlin");
        assertThat(at("03:31")).doesNotHaveToString("03:30 Europe/Berlin");
    }

    private static DailyTime at(String text) {
        return DailyTime.read(SETTING, text, BERLIN).orElseThrow();
    }
}
