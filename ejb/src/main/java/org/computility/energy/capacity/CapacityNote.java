package org.computility.energy.capacity;

import java.time.Instant;

/** What a center that runs jobs had from then on. */
record CapacityNote(String centerId, Instant since, int cores, int accelerators) {}
