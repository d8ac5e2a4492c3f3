package org.computility.settlement.computing.months;

import java.math.BigDecimal;
import java.util.List;

/**
 * What jobs ran at some centers in a month, and what they paid.
 *
 * @param jobs how many jobs ran
 * @param users of how many users
 * @param paid what their organisations paid, in CNY, not rounded; null where some paid in another currency
 * @param specs of what they ran
 * @param charged whether all that ran in the month is charged: else the figures are not final
 */
public record MonthUse(long jobs, long users, BigDecimal paid, List<SpecUse> specs, boolean charged) {}
