package org.computility.trading.registration;

import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.trading.Party;

/**
 * A published data resource, as a buyer gets it.
 *
 * @param number as the tables show it: its registrationId, but one for all controlled data
 * @param publicKey of the pair under which it is delivered, in PEM; null for controlled data
 */
public record OfferedData(
        UUID registrationId,
        String number,
        String dataId,
        String resourceUrl,
        String publicKey,
        Party owner,
        Money price) {}
