package org.computility.reporting.duplicates.matching;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What each part weighs, in bits: positive where it speaks for one center. They were set on one seed of the synthetic centers of the
 * tests, and are held by others (docs/benchmarks.md).
 */
final class Weights {

    private static final NavigableMap<Double, Double> NAME = new TreeMap<>();
    private static final NavigableMap<Integer, Double> DISTANCE = new TreeMap<>();

    static {
        NAME.put(0.0, -8.0);
        NAME.put(0.5, -4.0);
        NAME.put(0.6, 1.5);
        NAME.put(0.7, 3.5);
        NAME.put(0.8, 5.0);
        NAME.put(0.9, 6.5);
        NAME.put(1.0, 8.0);
        DISTANCE.put(0, 5.5);
        DISTANCE.put(50, 4.0);
        DISTANCE.put(300, 3.0);
        DISTANCE.put(1_000, 0.5);
        DISTANCE.put(2_000, -0.5);
        DISTANCE.put(3_000, -3.0);
        DISTANCE.put(10_000, -6.0);
        DISTANCE.put(30_000, -9.0);
    }

    private Weights() {}

    static double name(double alike) {
        return NAME.floorEntry(alike).getValue();
    }

    static double distance(int metres) {
        return DISTANCE.floorEntry(metres).getValue();
    }

    static double city(Agreement city) {
        return of(city, 2.5, 2, -2, -6);
    }

    static double type(Agreement type) {
        return of(type, 1, 0, 0, -7);
    }

    static double date(Agreement date) {
        return of(date, 4, 0.5, 0, -2.5);
    }

    static double parts(Agreement parts) {
        return of(parts, 0, -1, -6, -20);
    }

    static double kind(CenterName.Kind one, CenterName.Kind other) {
        if (one == other) {
            return 0.5;
        }
        // Whoever says 算力中心 means any of them.
        return one == CenterName.Kind.GENERAL || other == CenterName.Kind.GENERAL ? -0.5 : -4;
    }

    private static double of(Agreement agreement, double full, double partly, double unknown, double none) {
        return switch (agreement) {
            case FULL -> full;
            case PARTLY -> partly;
            case UNKNOWN -> unknown;
            case NONE -> none;
        };
    }
}
