package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    private static final int PLANS = 50;
    private static final Instant YEAR = Instant.parse("2026-01-05T00:00:00Z");

    /** Fifty plans in each of four zones. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void aYearAgreesMinuteByMinuteWithTheClockOnTheWall(String name) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = new WallClock(zone, YEAR);
        Random random = new Random(name.hashCode());
        for (int plan = 0; plan < PLANS; plan++) {
            List<Window> windows = Stream.generate(() -> window(random))
                    .limit(1 + random.nextInt(4))
                    .toList();
            assertThat(walked(new Windows(windows, zone))).as("%s", windows).isEqualTo(clock.open(windows));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The 29th of March has no 02:30: it opens at 03:00, and closes at the end that it has.
        "7, 150, 240, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        // Left out as a whole: the week after.
        "7, 130, 170, 2026-03-29T00:00:00Z, 2026-04-05T00:10:00Z, 2026-04-05T00:50:00Z",
        // The 25th of October has 02:00 to 03:00 twice.
        "7, 130, 170, 2026-10-24T22:00:00Z, 2026-10-25T00:10:00Z, 2026-10-25T01:50:00Z",
        "7, 60, 120, 2026-10-24T22:00:00Z, 2026-10-24T23:00:00Z, 2026-10-25T01:00:00Z"
    })
    void hoursThatAreLeftOutOrComeTwice(int day, int from, int to, Instant now, Instant opens, Instant closes) {
        Windows windows = new Windows(List.of(new Window(DayOfWeek.of(day), from, to)), ZoneId.of("Europe/Berlin"));

        assertThat(windows.nextChange(now)).contains(opens);
        assertThat(windows.isOpen(opens)).isTrue();
        assertThat(windows.nextChange(opens)).contains(closes);
        assertThat(windows.isOpen(closes)).isFalse();
    }

    @Test
    void aWholeWeekIsNeverClosed() {
        List<Window> days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Window(day, 0, 1440))
                .toList();
        Windows week = new Windows(days, ZoneId.of("Europe/Berlin"));

        assertThat(week.nextChange(YEAR)).isEmpty();
        assertThat(week.isOpen(YEAR)).isTrue();
    }

    @Test
    void withoutWindowsItIsOpen() {
        Windows none = new Windows(List.of(), ZoneId.of("Asia/Shanghai"));

        assertThat(none.nextChange(YEAR)).isEmpty();
        assertThat(none.isOpen(YEAR)).isTrue();
    }

    @Test
    void tellsTheWindowsToComeAndNotTheOneThatIsOpen() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Windows windows = new Windows(
                List.of(new Window(DayOfWeek.MONDAY, 420, 540), new Window(DayOfWeek.MONDAY, 540, 600)), zone);
        Instant opens = Instant.parse("2026-01-04T23:00:00Z");
        Opening first = new Opening(opens, opens.plusSeconds(3 * 3600));
        Opening second = new Opening(opens.plusSeconds(7 * 86400), opens.plusSeconds(7 * 86400 + 3 * 3600));

        assertThat(windows.coming(opens.minusSeconds(1), 2)).containsExactly(first, second);
        assertThat(windows.coming(opens, 1)).containsExactly(second);
        assertThat(new Windows(List.of(), zone).coming(opens, 2)).isEmpty();
    }

    /** Often at the hours at which clocks are changed. */
    private static Window window(Random random) {
        int most = random.nextBoolean() ? 240 : 1440;
        return new Window(DayOfWeek.of(1 + random.nextInt(7)), random.nextInt(most + 1), random.nextInt(most + 1));
    }

    /** From one change to the next. */
    private static BitSet walked(Windows windows) {
        BitSet open = new BitSet();
        int minute = 0;
        while (minute < WallClock.MINUTES) {
            Instant at = YEAR.plusSeconds(minute * 60L);
            int next = windows.nextChange(at)
                    .map(change ->
                            (int) Math.min(WallClock.MINUTES, (change.getEpochSecond() - YEAR.getEpochSecond()) / 60))
                    .orElse(WallClock.MINUTES);
            open.set(minute, next, windows.isOpen(at));
            minute = next;
        }
        return open;
    }
}
