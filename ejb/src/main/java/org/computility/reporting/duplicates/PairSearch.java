package org.computility.reporting.duplicates;

import org.computility.reporting.duplicates.matching.Verdict;

/** Which pairs; null asks for nothing. */
public record PairSearch(PairState state, Verdict verdict, Integer centerId) {}
