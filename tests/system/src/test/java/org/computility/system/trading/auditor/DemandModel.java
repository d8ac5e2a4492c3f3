package org.computility.system.trading.auditor;

/** The model of a demand: {@code state} is empty (registered), {@code PUBLISHED}, {@code REVOKED}, or what it is bound to. */
final class DemandModel {

    private static final String STATE = "state";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String REVOKED = "REVOKED";

    private DemandModel() {}

    static Step published() {
        return facts -> isBound(facts) || facts.is(STATE, REVOKED) ? null : facts.with(STATE, PUBLISHED);
    }

    static Step revoked() {
        return facts -> isBound(facts) ? null : facts.with(STATE, REVOKED);
    }

    static Step refusedAsBound() {
        return Step.seen(DemandModel::isBound);
    }

    static Step refusedAsRevoked() {
        return Step.seen(facts -> facts.is(STATE, REVOKED));
    }

    static Step shown(boolean yes) {
        return Step.seen(facts -> facts.is(STATE, PUBLISHED) == yes);
    }

    static Step bound(String resource, String trade) {
        String both = resource + " by " + trade;
        return facts -> facts.is(STATE, PUBLISHED) || facts.is(STATE, both) ? facts.with(STATE, both) : null;
    }

    static Step boundToAnother(String resource) {
        return Step.seen(facts -> isBound(facts) && !facts.get(STATE).startsWith(resource + " by "));
    }

    static Step notPublished() {
        return Step.seen(facts -> !facts.has(STATE) || facts.is(STATE, REVOKED));
    }

    private static boolean isBound(Facts facts) {
        return facts.get(STATE).contains(" by ");
    }
}
