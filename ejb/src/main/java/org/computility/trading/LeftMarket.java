package org.computility.trading;

import java.util.UUID;

/** A data resource or a demand is revoked, or a demand is bound. Fired inside the transaction that does it. */
public record LeftMarket(UUID id) {}
