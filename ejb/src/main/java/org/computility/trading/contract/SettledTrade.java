package org.computility.trading.contract;

import java.util.UUID;
import org.computility.trading.Party;

/**
 * A trade whose price is paid.
 *
 * @param publicKey of the pair under which the data is delivered, in PEM; null for controlled data
 * @param owner the seller's user name
 */
public record SettledTrade(
        UUID confirmId,
        UUID demandId,
        UUID registrationId,
        String dataId,
        String resourceUrl,
        String publicKey,
        Party buyer,
        UUID ownerOrganisationId,
        String owner) {

    /** Whether the data stays in its data space. */
    public boolean isControlled() {
        return publicKey == null;
    }
}
