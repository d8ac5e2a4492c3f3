package org.computility.planning.evaluation;

/**
 * Something that was there to be found; null names fit any.
 *
 * @param from microseconds, by the clock of all events of an evaluation
 * @param to the last microsecond, at least {@code from}
 * @param box null: it does not say where
 */
record TrueEvent(String deviceId, String eventId, String className, long from, long to, Box box) {

    /** Of {@link #fit}: not at all. */
    static final double NOT = -1;

    /**
     * How well the finding fits, by names and place: the overlap of the boxes, 0 where one of the two has none, or
     * {@link #NOT}.
     */
    double fit(Finding finding, double leastOverlap) {
        if (!fits(eventId, finding.eventId()) || !fits(className, finding.className())) {
            return NOT;
        }
        if (box == null || finding.box() == null) {
            return 0;
        }
        double overlap = box.overlap(finding.box());
        return overlap < leastOverlap ? NOT : overlap;
    }

    private static boolean fits(String name, String found) {
        return name == null || name.equals(found);
    }
}
