package org.computility.trading.subscription;

import java.time.Instant;
import java.util.UUID;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.billing.Billing;

/**
 * A subscription.
 *
 * @param endsAt not included
 * @param licenses the licence, for the subscriber's organisation only
 */
public record SubscriptionView(
        UUID orderId,
        UUID publishId,
        ServiceKind kind,
        String publisher,
        String subscriber,
        String resourceId,
        String address,
        Billing billing,
        Instant startsAt,
        Instant endsAt,
        LicenceView licenses) {}
