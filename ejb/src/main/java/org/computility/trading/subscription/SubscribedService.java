package org.computility.trading.subscription;

import java.util.UUID;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.subscription.billing.Billing;

/**
 * What may be called by who subscribed.
 *
 * @param credential what the service is shown; null for nothing
 */
public record SubscribedService(UUID orderId, ServiceKind kind, String address, Billing billing, String credential) {

    /** Whether calls cost by the token. */
    public boolean countsTokens() {
        return billing.unit() == UsageUnit.TOKEN;
    }

    /**
     * Returns when one more call has room in the quota. Days that are counted are the order's affair.
     *
     * @param calls counted, or running
     * @param tokens counted; how many a running call takes nobody knows before it ends
     * @throws Conflict {@code quota-used}
     */
    public void requireRoom(long calls, long tokens) {
        boolean limited = billing.quota() != null
                && (billing.type() == BillingType.FIXED_TERM || billing.unit() != UsageUnit.DAY);
        if (limited && (countsTokens() ? tokens : calls) >= billing.quota()) {
            throw new Conflict(
                    "quota-used",
                    new Member("licenses"),
                    "The quota of the subscription of {member} is used, or taken by calls that run: " + billing.quota()
                            + ".");
        }
    }

    /** So that nobody logs the credential. */
    @Override
    public String toString() {
        return "order " + orderId;
    }
}
