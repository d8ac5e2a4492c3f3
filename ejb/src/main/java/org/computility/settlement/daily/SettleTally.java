package org.computility.settlement.daily;

import java.util.Map;

/**
 * What a run of {@code settle-orders} has done over all its attempts and parts: orders rated, charges paid, payouts made, and
 * orders skipped since they could not be worked on: those are in the log.
 */
public record SettleTally(long orders, long charges, long payouts, long skipped) {

    /** With the names under which a run shows them. */
    public Map<String, Long> facts() {
        return Map.of("orders", orders, "charges", charges, "payouts", payouts, "skipped", skipped);
    }
}
