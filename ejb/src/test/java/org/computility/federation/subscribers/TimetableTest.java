package org.computility.federation.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void timesOfTheDayComeInTheirOrderAndThenTomorrow() {
        Timetable twice = Timetable.read("20:00, 08:00");
        assertThat(times(twice, "2026-11-29T00:00:00Z", SHANGHAI, 3))
                .containsExactly("2026-11-29T12:00:00Z", "2026-11-30T00:00:00Z", "2026-11-30T12:00:00Z");
    }

    @Test
    void pausesBeginAtEachMidnight() {
        assertThat(times(Timetable.read("PT7H"), "2026-11-29T10:00:00Z", SHANGHAI, 5))
                .containsExactly(
                        "2026-11-29T13:00:00Z",
                        "2026-11-29T16:00:00Z",
                        "2026-11-29T23:00:00Z",
                        "2026-11-30T06:00:00Z",
                        "2026-11-30T13:00:00Z");
        assertThat(times(Timetable.read("P1D"), "2026-11-29T10:00:00Z", SHANGHAI, 1))
                .containsExactly("2026-11-29T16:00:00Z");
    }

    @Test
    void aTimeThatTheClockSkipsComesLaterAndOneThatComesTwiceOnce() {
        Timetable atHalfPastTwo = Timetable.read("02:30");
        assertThat(times(atHalfPastTwo, "2026-03-28T12:00:00Z", BERLIN, 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(times(atHalfPastTwo, "2026-10-24T12:00:00Z", BERLIN, 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "P", "PT0S", "PT59S", "PT-5M", "P2D", "PT24H1S", "25:00", "08:00,", ",", "8", "hourly", "PT1Mx"
            })
    void whatIsNoTimetableIsRefused(String text) {
        assertThatThrownBy(() -> Timetable.read(text)).isInstanceOf(Rejected.class);
    }

    /** Nobody waits longer than the pause says, and no time comes twice. */
    @Test
    void theNextTimeIsWithinThePause() {
        Random random = new Random(20261130);
        for (int i = 0; i < 5000; i++) {
            Duration pause = Duration.ofMinutes(1 + random.nextInt(1440));
            Instant after = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
            Instant next = Timetable.read(pause.toString()).next(after, BERLIN);
            assertThat(next).as("%s after %s", pause, after).isAfter(after);
            // A day in which the clock is put back has an hour more.
            assertThat(Duration.between(after, next))
                    .isLessThanOrEqualTo(pause.plusHours(pause.equals(Duration.ofDays(1)) ? 1 : 0));
        }
    }

    private static List<String> times(Timetable timetable, String from, ZoneId zone, int many) {
        List<String> all = new ArrayList<>();
        Instant at = Instant.parse(from);
        for (int i = 0; i < many; i++) {
            at = timetable.next(at, zone);
            all.add(at.toString());
        }
        return all;
    }
}
