package org.computility.trading.keys;

import java.util.UUID;
import org.computility.shared.keys.DeliveryPair;

/**
 * A pair under which contents are delivered; never its private half.
 *
 * @param publicKey in PEM, for {@code public_key} of table A.2
 */
public record DeliveryKeyView(UUID keyId, DeliveryPair.Algorithm algorithm, String publicKey) {}
