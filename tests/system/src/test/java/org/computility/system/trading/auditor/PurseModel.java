package org.computility.system.trading.auditor;

/** The model of an organisation's money, in fen: what is paid in, what it buys, what the calls of its orders cost. */
final class PurseModel {

    private static final String BALANCE = "balance";
    private static final String OWED = "owed";
    private static final String CALLS = "calls ";
    private static final String RUNNING = "running ";
    /** What runs holds its price, of whichever order. */
    private static final String RUNNING_IN_ALL = "running";

    /** So many calls a settlement under way has seen. */
    private static final String RATED = "rated ";

    private static final String BILLED = "billed ";
    private static final String REFUND = "refund ";
    private static final String UNDONE = "undone ";

    private PurseModel() {}

    static Step deposited(String reference, long amount) {
        return facts -> {
            if (facts.has(reference)) {
                return facts.number(reference) == amount ? facts : null;
            }
            return facts.plus(reference, amount).plus(BALANCE, amount);
        };
    }

    static Step depositedOtherwise(String reference, long amount) {
        return Step.seen(facts -> facts.has(reference) && facts.number(reference) != amount);
    }

    static Step holds(long amount) {
        return Step.seen(facts -> facts.number(BALANCE) == amount);
    }

    static Step bought(String trade, long price) {
        return facts -> {
            if (facts.has(trade)) {
                return facts;
            }
            return facts.number(BALANCE) >= price ? facts.plus(BALANCE, -price).with(trade, "paid") : null;
        };
    }

    static Step tooShortFor(String trade, long price) {
        return Step.seen(facts -> !facts.has(trade) && facts.number(BALANCE) < price);
    }

    /** What was bought is paid back, once: another reason is another reversal. */
    static Step refunded(String trade, long price, String reason) {
        return facts -> {
            if (facts.has(REFUND + trade)) {
                return facts.is(REFUND + trade, reason) ? facts : null;
            }
            return facts.has(trade) ? facts.plus(BALANCE, price).with(REFUND + trade, reason) : null;
        };
    }

    static Step refundedOtherwise(String trade, String reason) {
        return Step.seen(facts -> facts.has(REFUND + trade) && !facts.is(REFUND + trade, reason));
    }

    /** What was paid in is taken back, once. */
    static Step undone(String reference, long amount) {
        return facts -> {
            if (facts.has(UNDONE + reference)) {
                return facts;
            }
            return facts.has(reference) && facts.number(BALANCE) >= amount
                    ? facts.plus(BALANCE, -amount).with(UNDONE + reference, "")
                    : null;
        };
    }

    static Step tooShortToUndo(String reference, long amount) {
        return Step.seen(facts -> !facts.has(UNDONE + reference) && facts.number(BALANCE) < amount);
    }

    /** A call begins: it takes its room. */
    static Step admitted(String order, long price, long quota) {
        return facts -> hasRoom(facts, order, quota) && covers(facts, price)
                ? facts.plus(RUNNING + order, 1).plus(RUNNING_IN_ALL, 1)
                : null;
    }

    /** It was answered. */
    static Step counted(String order, long price) {
        return facts -> facts.plus(RUNNING + order, -1)
                .plus(RUNNING_IN_ALL, -1)
                .plus(CALLS + order, 1)
                .plus(OWED, price);
    }

    static Step quotaUsed(String order, long quota) {
        return Step.seen(facts -> !hasRoom(facts, order, quota));
    }

    static Step tooShortToCall(String order, long price, long quota) {
        return Step.seen(facts -> hasRoom(facts, order, quota) && !covers(facts, price));
    }

    /** What was used until now is rated, then it is paid: what is counted between the two is left for the next time. */
    static Step[] settled(String order, long price) {
        return new Step[] {
            rated(order),
            facts -> {
                long due = due(facts, order, price);
                return facts.number(BALANCE) >= due
                        ? facts.plus(BALANCE, -due)
                                .plus(OWED, -due)
                                .with(BILLED + order, facts.get(RATED + order))
                                .with(RATED + order, "")
                        : null;
            }
        };
    }

    static Step[] tooShortToSettle(String order, long price) {
        return new Step[] {
            rated(order),
            facts -> facts.number(BALANCE) < due(facts, order, price) ? facts.with(RATED + order, "") : null
        };
    }

    /** One settlement of an order at a time. */
    private static Step rated(String order) {
        return facts -> facts.is(RATED + order, "")
                ? facts.with(RATED + order, Long.toString(facts.number(CALLS + order)))
                : null;
    }

    private static boolean hasRoom(Facts facts, String order, long quota) {
        return facts.number(CALLS + order) + facts.number(RUNNING + order) < quota;
    }

    private static boolean covers(Facts facts, long price) {
        return facts.number(BALANCE) - facts.number(OWED) >= price * (facts.number(RUNNING_IN_ALL) + 1);
    }

    private static long due(Facts facts, String order, long price) {
        return (facts.number(RATED + order) - facts.number(BILLED + order)) * price;
    }
}
