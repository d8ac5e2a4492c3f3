package org.computility.energy.readings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What meters showed, for whoever reckons with it; needs no caller. */
@Stateless
public class ReadingHistory {

    @Inject
    Readings readings;

    /** When each of the meters showed its newest up to then; without those that have shown nothing. */
    public Map<String, Instant> newest(Collection<String> meters, Instant now) {
        return readings.newest(meters.toArray(new String[0]), now).stream()
                .collect(Collectors.toMap(Readings.Newest::meter, Readings.Newest::at));
    }

    /**
     * The readings of the period, and of each meter the one before and the one behind it, in the order of instants; without meters that
     * have none.
     */
    public Map<String, List<Reading>> around(Collection<String> meters, Instant from, Instant to) {
        return readings.around(meters.toArray(new String[0]), from, to).stream()
                .collect(Collectors.groupingBy(
                        Readings.Shown::meter,
                        Collectors.mapping(
                                shown -> new Reading(shown.at(), shown.amount(), shown.behindGap()),
                                Collectors.toList())));
    }
}
