package org.computility.system.trading.auditor;

/**
 * The model of the licences of a data resource: of each paid trade the one that counts, those that were replaced, and whether they
 * were taken back with the payment.
 */
final class LicenceModel {

    private static final String TRADE = "trade ";
    private static final String OLD = "old ";
    private static final String REVOKED = "revoked ";
    private static final String DELIVERED = "delivered ";
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
            for (String name : facts.names()) {
                if (name.startsWith(TRADE) && !isRevoked(facts, name)) {
                    next = next.with(name, NEW).with(OLD + facts.get(name), "");
                }
            }
            return next == facts ? null : next;
        };
    }

    static Step nothingToRenew() {
        return Step.seen(
                facts -> facts.names().stream().noneMatch(name -> name.startsWith(TRADE) && !isRevoked(facts, name)));
    }

    /** This licence opens what was bought. */
    static Step opens(String trade, String licence) {
        return facts -> isRevoked(facts, TRADE + trade)
                ? null
                : counts(trade, licence, false).apply(facts);
    }

    /** It opens what was bought, which is delivered from then on. */
    static Step delivers(String trade, String licence) {
        return facts -> {
            Facts opened = opens(trade, licence).apply(facts);
            return opened == null ? null : opened.with(DELIVERED + trade, "");
        };
    }

    static Step showsDelivery(String trade, boolean yes) {
        return Step.seen(facts -> facts.has(DELIVERED + trade) == yes);
    }

    static Step replaced(String trade, String licence) {
        return Step.seen(facts -> facts.has(OLD + licence) && !isRevoked(facts, TRADE + trade));
    }

    /** The payment is undone, and with it every licence. */
    static Step revoked(String trade) {
        return facts -> facts.has(TRADE + trade) ? facts.with(REVOKED + TRADE + trade, "") : null;
    }

    static Step wasRevoked(String trade) {
        return Step.seen(facts -> isRevoked(facts, TRADE + trade));
    }

    static Step runs(String trade) {
        return Step.seen(facts -> facts.has(TRADE + trade) && !isRevoked(facts, TRADE + trade));
    }

    private static boolean isRevoked(Facts facts, String trade) {
        return facts.has(REVOKED + trade);
    }
}
