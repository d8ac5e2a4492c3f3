package org.computility.trading.registration;

import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.trading.Party;

/**
 * A published data resource, as a buyer gets it.
 *
 * @param publicKey of the pair under which it is delivered, in PEM
 */
public record OfferedData(
        UUID registrationId, String dataId, String resourceUrl, String publicKey, Party owner, Money price) {}
