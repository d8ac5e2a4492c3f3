package org.computility.reporting.plausibility;

import java.util.List;

/**
 * What the rules say of some figures.
 *
 * @param returns whether the figures cannot be true
 * @param doubts whether somebody has to look at them
 * @param reasons each begins with the rule's code
 */
public record Judgement(boolean returns, boolean doubts, List<String> reasons) {}
