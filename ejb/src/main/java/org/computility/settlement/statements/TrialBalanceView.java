package org.computility.settlement.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the books close.
 *
 * @param at all entries up to this instant count
 * @param accounts by kind and currency, summed up from the entries
 * @param totals by currency: zero
 * @param balanced whether each total is
 */
public record TrialBalanceView(
        Instant at, List<KindBalanceView> accounts, Map<String, BigDecimal> totals, boolean balanced) {

    static TrialBalanceView of(Instant at, List<KindBalanceView> accounts) {
        Map<String, BigDecimal> totals = accounts.stream()
                .collect(Collectors.toMap(
                        KindBalanceView::currency, KindBalanceView::balance, BigDecimal::add, TreeMap::new));
        boolean balanced = totals.values().stream().allMatch(total -> total.signum() == 0);
        return new TrialBalanceView(at, accounts, totals, balanced);
    }
}
