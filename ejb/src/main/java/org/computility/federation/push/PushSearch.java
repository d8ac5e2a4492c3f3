package org.computility.federation.push;

import java.time.YearMonth;

/** Which of the states that were told; null asks for nothing. */
public record PushSearch(Integer centerId, YearMonth month, PushOutcome outcome) {}
