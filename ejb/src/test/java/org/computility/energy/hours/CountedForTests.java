package org.computility.energy.hours;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.computility.energy.readings.Reading;

/**
 * A meter as it may be, made up from a seed: with gaps, resets and overflows, and what it really counted.
 *
 * @param modulus null: none
 * @param readings in order
 * @param counted from the first reading to the last, in thousandths
 */
public record CountedForTests(Long modulus, List<Reading> readings, long counted) {

    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    /** Another one for each seed, over some days up to a week. */
    public static CountedForTests of(long seed) {
        Random random = new Random(seed);
        Long modulus = random.nextBoolean() ? 1_000_000L + random.nextInt(5_000_000) : null;
        long shown = random.nextInt(900_000);
        long counted = 0;
        Instant at = BEGIN.plus(random.nextInt(7200), ChronoUnit.SECONDS);
        List<Reading> readings = new ArrayList<>(List.of(new Reading(at, shown)));
        int many = 1 + random.nextInt(120);
        for (int i = 0; i < many; i++) {
            boolean gap = random.nextInt(10) == 0;
            at = at.plus(1 + random.nextInt(gap ? 40_000_000 : 1_800_000), ChronoUnit.MILLIS)
                    .plus(random.nextInt(1000), ChronoUnit.MICROS);
            long added = random.nextInt(8) == 0 ? 0 : random.nextInt(gap ? 400_000 : 20_000);
            long next = shown + added;
            if (random.nextInt(12) == 0 && added < shown && isSeenAsReset(modulus, shown, added)) {
                next = added;
            } else if (modulus != null && next >= modulus) {
                next -= modulus;
            }
            counted += added;
            shown = next;
            readings.add(new Reading(at, shown));
        }
        return new CountedForTests(modulus, readings, counted);
    }

    /** A reset near the end of the register looks like an overflow; nobody can tell them apart. */
    private static boolean isSeenAsReset(Long modulus, long before, long after) {
        return modulus == null || modulus - before + after >= modulus / 2;
    }

    public Instant first() {
        return readings.get(0).at();
    }

    public Instant last() {
        return readings.get(readings.size() - 1).at();
    }
}
