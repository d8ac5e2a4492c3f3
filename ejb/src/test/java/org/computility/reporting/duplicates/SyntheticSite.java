package org.computility.reporting.duplicates;

import java.time.LocalDate;

/**
 * A center that there really is, in the synthetic world.
 *
 * @param truth who it is
 * @param place within the city; empty: none is told
 * @param operator whose it is
 * @param kind 0 general, 1 intelligent, 2 super
 * @param phase 0: none is told
 * @param building null: none is told
 * @param alone no other phase or building of it is reported
 */
record SyntheticSite(
        int truth,
        SyntheticCity city,
        String place,
        String operator,
        int kind,
        int phase,
        String building,
        boolean alone,
        double longitude,
        double latitude,
        LocalDate date) {}
