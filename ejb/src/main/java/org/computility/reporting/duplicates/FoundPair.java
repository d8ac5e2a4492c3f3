package org.computility.reporting.duplicates;

import org.computility.reporting.duplicates.matching.Evidence;

/** Two centers that may be one, by their ids in their order. */
record FoundPair(int first, int second, Evidence evidence) {

    static FoundPair of(int one, int other, Evidence evidence) {
        return new FoundPair(Math.min(one, other), Math.max(one, other), evidence);
    }
}
