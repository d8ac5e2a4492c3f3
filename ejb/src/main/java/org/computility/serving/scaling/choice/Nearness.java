package org.computility.serving.scaling.choice;

import java.util.List;

/**
 * How near a node is, by the codes of GB/T 28181: province, city, county and access unit have two digits each, and two codes
 * are the nearer the more of these they begin with in common.
 */
final class Nearness {

    private static final int PART = 2;
    private static final int PARTS = 4;

    private final List<String> places;

    private Nearness(List<String> places) {
        this.places = places;
    }

    /** To the devices that wait; where none of them has a code, to the place that the rule prefers. */
    static Nearness to(Situation situation) {
        List<String> devices = situation.waitingAt().stream()
                .filter(code -> code.matches("[0-9]{" + PART * PARTS + ",}"))
                .toList();
        String near = situation.bounds().near();
        return new Nearness(devices.isEmpty() && near != null ? List.of(near) : devices);
    }

    /** The parts in common with all these places together: greater is nearer. */
    long of(String computeCode) {
        return places.stream().mapToLong(place -> common(computeCode, place)).sum();
    }

    private static int common(String one, String other) {
        int parts = 0;
        while (parts < PARTS
                && (parts + 1) * PART <= Math.min(one.length(), other.length())
                && one.regionMatches(parts * PART, other, parts * PART, PART)) {
            parts++;
        }
        return parts;
    }
}
