package org.computility.benchmarks.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that opens plans at their times. */
interface Opener extends AutoCloseable {

    String name();

    /** How long it may take to plan that many openings. */
    Duration lead(int openings);

    /** Plans that many openings, as many at each of these moments, which are whole minutes. They recur each week. */
    void plan(int openings, List<Instant> moments) throws Exception;

    /** A query for the openings that are done: when each was due ({@code due_at}) and committed ({@code done_at}). */
    String done();
}
