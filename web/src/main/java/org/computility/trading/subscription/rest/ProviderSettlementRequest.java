package org.computility.trading.subscription.rest;

import jakarta.json.JsonObject;
import org.computility.shared.Rejected;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.payment.NewPayout;

/**
 * An order whose publisher is paid (T/AI 123.12 tables A.69, which has {@code publisherId}, and A.84, which has the order's {@code
 * subscriberId} instead).
 */
public record ProviderSettlementRequest(
        String publisherId, String subscriberId, String orderId, JsonObject creditInfo) {

    private static final int LONGEST = 4000;

    NewPayout payout(ServiceKind kind) {
        if (publisherId == null && subscriberId == null) {
            throw new Rejected("member-missing", "subscriberId", "subscriberId is missing.");
        }
        String account = creditInfo.toString();
        if (account.length() > LONGEST) {
            throw new Rejected("member-too-long", "creditInfo", "creditInfo has " + LONGEST + " characters at most.");
        }
        String subscriber = kind == ServiceKind.MODEL ? null : subscriberId;
        return new NewPayout(kind, publisherId, subscriber, orderId, account);
    }
}
