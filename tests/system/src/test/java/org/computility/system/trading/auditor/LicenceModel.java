package org.computility.system.trading.auditor;

import java.util.Map;

/** The model of the licences of a data resource: of each paid trade the one that counts, and those that were replaced. */
final class LicenceModel {

    private static final String TRADE = "trade ";
    private static final String OLD = "old ";
    /** It was renewed, and nobody has been told its number yet. */
    private static final String NEW = "new";

    private LicenceModel() {}

    /** A settlement, or a query of one, that answers this licence. */
    static Step counts(String trade, String licence, boolean mayBeFirst) {
        return facts -> {
            if (!facts.has(TRADE + trade)) {
                return mayBeFirst ? facts.with(TRADE + trade, licence) : null;
            }
            if (facts.is(TRADE + trade, NEW) && !facts.has(OLD + licence)) {
                return facts.with(TRADE + trade, licence);
            }
            return facts.is(TRADE + trade, licence) ? facts : null;
        };
    }

    static Step notPaid(String trade) {
        return Step.seen(facts -> !facts.has(TRADE + trade));
    }

    static Step renewed() {
        return facts -> {
            Facts next = facts;
            for (Map.Entry<String, String> one : facts.known().entrySet()) {
                if (one.getKey().startsWith(TRADE)) {
                    next = next.with(one.getKey(), NEW).with(OLD + one.getValue(), "");
                }
            }
            return next == facts ? null : next;
        };
    }

    static Step nothingToRenew() {
        return Step.seen(facts -> facts.names().stream().noneMatch(name -> name.startsWith(TRADE)));
    }

    static Step replaced(String licence) {
        return Step.seen(facts -> facts.has(OLD + licence));
    }
}
