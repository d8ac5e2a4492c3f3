package org.computility.energy.carbon;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.computility.shared.Conflict;
import org.computility.shared.database.UniqueKey;

/** Which factors hold of a center's electricity. Callers have checked who may say and see them. */
@Stateless
public class CarbonAccounting {

    @Inject
    CarbonFactors factors;

    /**
     * From that instant until the next that is said, this factor holds; what was said for the instant before is replaced.
     *
     * @param kgPerKwh null: there is none
     * @throws Conflict {@code changed-meanwhile} where somebody else says something for the same instant just now
     */
    public List<CarbonFactorView> say(int centerId, Instant validFrom, BigDecimal kgPerKwh) {
        Instant from = validFrom.truncatedTo(ChronoUnit.MICROS);
        Optional<CarbonFactor> there = factors.lock(centerId, from);
        if (there.isPresent()) {
            there.get().correct(kgPerKwh);
            factors.session().update(there.get());
        } else {
            UniqueKey.keep(
                    () -> factors.session().insert(CarbonFactor.say(centerId, from, kgPerKwh)),
                    () -> new Conflict("changed-meanwhile", "Somebody else said a factor for this instant."));
        }
        return of(centerId);
    }

    /** All that were said of a center, the first first. */
    public List<CarbonFactorView> of(int centerId) {
        return factors.of(centerId).stream().map(CarbonFactor::view).toList();
    }

    /** Which factor holds at an instant, for whoever reckons with it. */
    public Carbon carbon(int centerId) {
        NavigableMap<Instant, Optional<BigDecimal>> said = new TreeMap<>();
        of(centerId).forEach(factor -> said.put(factor.validFrom(), Optional.ofNullable(factor.kgPerKwh())));
        return new Carbon(said);
    }
}
