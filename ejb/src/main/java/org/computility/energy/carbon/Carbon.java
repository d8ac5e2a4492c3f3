package org.computility.energy.carbon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.computility.energy.Amount;

/** The carbon dioxide that a center's electricity makes. */
public final class Carbon {

    private final NavigableMap<Instant, Optional<BigDecimal>> factors;

    Carbon(NavigableMap<Instant, Optional<BigDecimal>> factors) {
        this.factors = factors;
    }

    /** In kg, of an hour by the factor at its beginning; empty where none held then. Nothing makes nothing, whatever holds. */
    public Optional<BigDecimal> of(Instant hour, long wattHours) {
        if (wattHours == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        Map.Entry<Instant, Optional<BigDecimal>> held = factors.floorEntry(hour);
        return held == null ? Optional.empty() : held.getValue().map(Amount.value(wattHours)::multiply);
    }
}
