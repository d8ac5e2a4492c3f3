package org.computility.results.purge;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.shared.database.Columns;
import org.hibernate.query.Page;

/** The steps of the job {@code purge-results}; each may be repeated. */
@Stateless
public class ResultPurge {

    @Inject
    OldResults results;

    @Inject
    Event<ResultsPurged> purged;

    PurgeConfig config;

    @PostConstruct
    void configure() {
        config = PurgeConfig.current();
    }

    /** Counted back from the start of a run, so that each attempt at the run has the same. */
    public PurgeBounds bounds(Instant started, Period olderThan) {
        Map<String, Instant> longer = config.longer().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> back(started, each.getValue())));
        return new PurgeBounds(back(started, olderThan), longer);
    }

    /** The next old results behind that key in the order of their keys, kept ones too; none at the end. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OldResult> next(PurgeBounds bounds, ResultKey behind, int most) {
        return results.next(behind.day(), behind.id(), bounds.firstDayThatStays(), bounds.before(), Page.first(most));
    }

    /** How many old results there are, kept ones too. */
    public long count(PurgeBounds bounds) {
        return results.count(bounds.firstDayThatStays(), bounds.before());
    }

    /**
     * Deletes results with their images in one statement; says how many were still there.
     *
     * @param keys in their order
     */
    public int delete(List<ResultKey> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        purged.fire(new ResultsPurged(keys));
        return results.delete(
                keys.get(0).day(),
                keys.get(keys.size() - 1).day(),
                Columns.of(keys, ResultKey::day, LocalDate[]::new),
                Columns.of(keys, ResultKey::id, UUID[]::new));
    }

    private static Instant back(Instant from, Period period) {
        return from.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
