package org.computility.energy.hours;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.energy.Amount;
import org.computility.energy.meters.MeterView;
import org.computility.energy.readings.ReadingHistory;

/** Makes counters of meters. */
@ApplicationScoped
class Counting {

    @EJB
    ReadingHistory history;

    /** The counting of each of those meters around that period, by code. */
    Map<String, Counter> counters(Collection<MeterView> some, Instant from, Instant to) {
        var shown = history.around(some.stream().map(MeterView::code).toList(), from, to);
        return some.stream()
                .collect(Collectors.toMap(
                        MeterView::code,
                        meter -> new Counter(
                                meter.modulus() == null ? null : Amount.thousandths(meter.modulus()),
                                shown.getOrDefault(meter.code(), List.of()))));
    }
}
