package org.computility.system.trading.auditor;

/** The model of an organisation's money, in fen: what is paid in, what it buys, what the calls of its orders cost. */
final class PurseModel {

    private static final String BALANCE = "balance";
    private static final String OWED = "owed";
    private static final String CALLS = "calls ";
    private static final String RUNNING = "running ";
    private static final String BILLED = "billed ";

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

    /** A call begins: it takes its room. */
    static Step admitted(String order, long price, long quota) {
        return facts ->
                hasRoom(facts, order, quota) && covers(facts, order, price) ? facts.plus(RUNNING + order, 1) : null;
    }

    /** It was answered. */
    static Step counted(String order, long price) {
        return facts -> facts.plus(RUNNING + order, -1).plus(CALLS + order, 1).plus(OWED, price);
    }

    static Step quotaUsed(String order, long quota) {
        return Step.seen(facts -> !hasRoom(facts, order, quota));
    }

    static Step tooShortToCall(String order, long price, long quota) {
        return Step.seen(facts -> hasRoom(facts, order, quota) && !covers(facts, order, price));
    }

    static Step settled(String order, long price) {
        return facts -> {
            long due = due(facts, order, price);
            return facts.number(BALANCE) >= due
                    ? facts.plus(BALANCE, -due).plus(OWED, -due).with(BILLED + order, facts.number(CALLS + order) + "")
                    : null;
        };
    }

    static Step tooShortToSettle(String order, long price) {
        return Step.seen(facts -> facts.number(BALANCE) < due(facts, order, price));
    }

    private static boolean hasRoom(Facts facts, String order, long quota) {
        return facts.number(CALLS + order) + facts.number(RUNNING + order) < quota;
    }

    private static boolean covers(Facts facts, String order, long price) {
        return facts.number(BALANCE) - facts.number(OWED) >= price * (facts.number(RUNNING + order) + 1);
    }

    private static long due(Facts facts, String order, long price) {
        return (facts.number(CALLS + order) - facts.number(BILLED + order)) * price;
    }
}
