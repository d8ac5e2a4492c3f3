package org.computility.trading.licences;

import java.time.Instant;
import java.util.UUID;

/**
 * What a licence says. Times are whole seconds, as it shows them.
 *
 * @param confirmId of the trade with data; null for a subscription
 * @param orderId of the subscription; null for data
 * @param contentSha256 of the data, hexadecimal; null where the platform does not know the content
 */
public record LicenceTerms(
        UUID confirmId,
        UUID orderId,
        String licensor,
        UUID licensorOrganisationId,
        String licensee,
        String registrationId,
        String dataId,
        String resourceUrl,
        String contentSha256,
        Instant startsAt,
        Instant endsAt) {}
