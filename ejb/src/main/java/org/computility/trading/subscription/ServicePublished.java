package org.computility.trading.subscription;

import java.util.UUID;

/** A model or an application is in the market. Fired inside the transaction that publishes it. */
public record ServicePublished(UUID publishId, String resourceId) {}
