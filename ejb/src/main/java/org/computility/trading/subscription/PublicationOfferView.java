package org.computility.trading.subscription;

import java.time.Instant;
import java.util.UUID;
import org.computility.trading.subscription.billing.Billing;

/**
 * What a publication offers.
 *
 * @param published whether it is in the market
 * @param authorised whether the platform shows the service a credential; for its own organisation only
 */
public record PublicationOfferView(
        UUID publishId,
        ServiceKind kind,
        String publisher,
        String resourceId,
        String address,
        Billing billing,
        boolean published,
        Boolean authorised,
        Instant publishedAt,
        Instant withdrawnAt) {}
