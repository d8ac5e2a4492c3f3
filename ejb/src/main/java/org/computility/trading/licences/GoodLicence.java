package org.computility.trading.licences;

import java.time.Instant;
import java.util.UUID;

/**
 * A licence that was checked.
 *
 * @param confirmId of the trade with data; null for a subscription
 * @param contentSha256 of the data that it binds; null: none
 */
public record GoodLicence(
        UUID licenceId, UUID confirmId, UUID licensorOrganisationId, String contentSha256, Instant endsAt) {}
