package org.computility.reporting.duplicates;

import java.time.LocalDate;

/**
 * A center as somebody reports it.
 *
 * @param truth which center it really is
 * @param reporter 0 or 1: whose report it is
 */
record SyntheticReport(
        int truth,
        int reporter,
        String name,
        SyntheticCity cityOf,
        String city,
        double longitude,
        double latitude,
        int type,
        LocalDate date) {}
