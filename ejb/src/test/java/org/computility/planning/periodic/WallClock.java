package org.computility.planning.periodic;

import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;

/**
 * Looks at the clock on the wall at each minute of a year, and knows nothing of zones: a window has begun once the clock has
 * shown its start, or more, and is over once the clock will not show its end again, nor less.
 */
final class WallClock {

    static final int MINUTES = 365 * 1440;

    private static final int MORE = 2880;
    private static final int DAY = 1440;

    private final long[] shown = new long[MINUTES + 2 * MORE];
    private final long[] most = new long[shown.length];
    private final long[] least = new long[shown.length];

    WallClock(ZoneId zone, Instant from) {
        for (int i = 0; i < shown.length; i++) {
            Instant at = from.plusSeconds((i - MORE) * 60L);
            shown[i] = (at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds()) / 60;
            most[i] = i == 0 ? shown[i] : Math.max(most[i - 1], shown[i]);
        }
        for (int i = shown.length - 1; i >= 0; i--) {
            least[i] = i == shown.length - 1 ? shown[i] : Math.min(least[i + 1], shown[i]);
        }
    }

    BitSet open(List<Window> windows) {
        BitSet open = new BitSet();
        for (int minute = 0; minute < MINUTES; minute++) {
            if (isOpen(windows, minute + MORE)) {
                open.set(minute);
            }
        }
        return open;
    }

    private boolean isOpen(List<Window> windows, int i) {
        long today = shown[i] / DAY;
        for (Window window : windows) {
            for (long day = today - 2; day <= today; day++) {
                if (isOpen(window, day, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOpen(Window window, long day, int i) {
        // The first of January 1970 was a Thursday.
        if ((day + 3) % 7 + 1 != window.day().getValue()) {
            return false;
        }
        long start = day * DAY + window.fromMinute();
        long end = day * DAY + window.toMinute() + (window.toMinute() > window.fromMinute() ? 0 : DAY);
        return most[i] >= start && (least[i] < end || least[i + 1] <= end);
    }
}
