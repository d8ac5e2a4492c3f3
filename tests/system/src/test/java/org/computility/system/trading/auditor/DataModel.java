package org.computility.system.trading.auditor;

/** The model of a data resource: {@code state} is empty (registered), {@code PUBLISHED} or {@code REVOKED}; its trades wait or not. */
final class DataModel {

    private static final String STATE = "state";
    private static final String PRICE = "price";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String REVOKED = "REVOKED";
    private static final String WAITS = "waits";

    private DataModel() {}

    /** Data is registered once: the same answers the same number, another description is refused. */
    static Step registered(String variant, String number) {
        return facts -> {
            if (!facts.has("number")) {
                return number == null ? null : facts.with("number", number).with("variant", variant);
            }
            boolean same = facts.is("variant", variant);
            return (number == null ? !same : same && facts.is("number", number)) ? facts : null;
        };
    }

    /** Controlled data is described and offered by one call, and described once. */
    static Step published(String variant, String price) {
        return facts -> facts.has("variant") && !facts.is("variant", variant)
                ? null
                : published(price).apply(facts.with("variant", variant));
    }

    static Step publishedOtherwise(String variant, String price) {
        return facts -> facts.is("variant", variant) ? publishedOtherwise(price).apply(facts) : null;
    }

    static Step describedOtherwise(String variant) {
        return Step.seen(facts -> facts.has("variant") && !facts.is("variant", variant));
    }

    static Step published(String price) {
        return facts -> facts.is(STATE, PUBLISHED)
                ? facts.is(PRICE, price) ? facts : null
                : facts.with(STATE, PUBLISHED).with(PRICE, price);
    }

    static Step publishedOtherwise(String price) {
        return Step.seen(facts -> facts.is(STATE, PUBLISHED) && !facts.is(PRICE, price));
    }

    static Step revoked(String status) {
        return facts -> status.equals("NO") && !waits(facts) && facts.has(STATE) ? facts.with(STATE, REVOKED) : null;
    }

    static Step neverPublished() {
        return Step.seen(facts -> !facts.has(STATE));
    }

    static Step locked() {
        return Step.seen(DataModel::waits);
    }

    static Step shown(String price) {
        return Step.seen(facts -> facts.is(STATE, PUBLISHED) && facts.is(PRICE, price));
    }

    static Step notShown() {
        return Step.seen(facts -> !facts.is(STATE, PUBLISHED));
    }

    /** Bound at its price of that moment; bound before, it answers the same whatever is published now. */
    static Step bound(String trade, String price) {
        return facts -> {
            if (facts.has(trade)) {
                return facts.is("price of " + trade, price) ? facts : null;
            }
            return facts.is(STATE, PUBLISHED) && facts.is(PRICE, price)
                    ? facts.with(trade, WAITS).with("price of " + trade, price)
                    : null;
        };
    }

    static Step paid(String trade) {
        return facts -> facts.has(trade) ? facts.with(trade, "paid") : null;
    }

    private static boolean waits(Facts facts) {
        return facts.names().stream().anyMatch(name -> facts.is(name, WAITS));
    }
}
