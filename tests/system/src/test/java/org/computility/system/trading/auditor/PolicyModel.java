package org.computility.system.trading.auditor;

/** The model of a policy: it is made once, and allows as many uses as it says. */
final class PolicyModel {

    private static final String NUMBER = "number";
    private static final String COUNTS = "counts";
    private static final String USED = "used";

    private PolicyModel() {}

    /** The same again answers the same. */
    static Step made(String number, int counts) {
        return facts -> {
            if (!facts.has(NUMBER)) {
                return facts.with(NUMBER, number).plus(COUNTS, counts);
            }
            return facts.is(NUMBER, number) && facts.number(COUNTS) == counts ? facts : null;
        };
    }

    static Step saysOtherwise(int counts) {
        return Step.seen(facts -> facts.has(NUMBER) && facts.number(COUNTS) != counts);
    }

    /** One use more; so many are left. */
    static Step used(int counts, int left) {
        return facts -> facts.number(USED) + 1 + left == counts ? facts.plus(USED, 1) : null;
    }

    static Step usedUp(int counts) {
        return Step.seen(facts -> facts.number(USED) == counts);
    }
}
