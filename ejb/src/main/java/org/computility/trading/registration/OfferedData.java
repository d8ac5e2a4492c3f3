package org.computility.trading.registration;

import java.util.UUID;
import org.computility.trading.Party;
import org.computility.trading.Price;

/** A published data resource, as a buyer gets it. */
public record OfferedData(UUID registrationId, String dataId, Party owner, Price price) {}
