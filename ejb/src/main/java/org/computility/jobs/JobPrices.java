package org.computility.jobs;

import java.math.BigDecimal;
import java.util.Optional;

/** What the room above that knows money says of prices; it has the one bean of this kind. */
public interface JobPrices {

    /** What a second of that spec costs now on one node, at a center of another organisation; empty where it costs nothing. */
    Optional<BigDecimal> ofSecond(String specId);
}
