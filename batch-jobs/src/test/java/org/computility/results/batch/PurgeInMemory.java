package org.computility.results.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunStatus;
import org.computility.operations.RunView;
import org.computility.results.purge.OldResult;
import org.computility.results.purge.PurgeBounds;
import org.computility.results.purge.ResultKey;
import org.computility.results.purge.ResultPurge;

/** Results in a map, and one run that purges them. */
final class PurgeInMemory extends ResultPurge {

    static final long RUN = 17;
    static final String KEPT = "M-KEPT";
    static final Instant STARTED = Instant.parse("2026-11-28T03:30:00Z");

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private final NavigableMap<ResultKey, OldResult> results = new TreeMap<>(
            Comparator.comparing(ResultKey::day).thenComparing(key -> key.id().toString()));
    private final List<Integer> pages = new ArrayList<>();
    private final Runs runs = new Runs();

    /** So many results of that capability, one a day after those that are there. */
    void add(int count, String algoDefCode) {
        for (int i = 0; i < count; i++) {
            LocalDate day = FIRST.plusDays(results.size());
            Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            OldResult result = new OldResult(day, UUID.randomUUID(), noon, algoDefCode);
            results.put(result.key(), result);
        }
    }

    List<OldResult> all() {
        return List.copyOf(results.values());
    }

    /** The sizes of the pages that were read. */
    List<Integer> pages() {
        return pages;
    }

    Map<String, Long> facts() {
        return runs.facts;
    }

    double percent() {
        return runs.percent;
    }

    PurgeRuns runs() {
        PurgeRuns told = new PurgeRuns();
        told.purge = this;
        told.runs = runs;
        return told;
    }

    @Override
    public PurgeBounds bounds(Instant started, Period olderThan) {
        Instant before = started.atZone(ZoneOffset.UTC).minus(olderThan).toInstant();
        return new PurgeBounds(before, Map.of(KEPT, Instant.EPOCH));
    }

    @Override
    public List<OldResult> next(PurgeBounds bounds, ResultKey behind, int most) {
        List<OldResult> page = results.tailMap(behind, false).values().stream()
                .filter(result -> result.time().isBefore(bounds.before()))
                .limit(most)
                .toList();
        pages.add(page.size());
        return page;
    }

    @Override
    public long count(PurgeBounds bounds) {
        return results.values().stream()
                .filter(result -> result.time().isBefore(bounds.before()))
                .count();
    }

    @Override
    public int delete(List<ResultKey> keys) {
        return (int) keys.stream().filter(key -> results.remove(key) != null).count();
    }

    private static final class Runs extends BatchRuns {

        private Map<String, Long> facts = new HashMap<>();
        private double percent;

        @Override
        public Optional<RunView> find(long runId) {
            return Optional.of(new RunView(
                    runId,
                    "purge-results",
                    Map.of(),
                    RunStatus.STARTED,
                    percent,
                    facts,
                    null,
                    null,
                    1,
                    "a",
                    STARTED,
                    STARTED,
                    null,
                    STARTED));
        }

        @Override
        public void progress(long runId, double shown, Map<String, Long> news) {
            percent = shown;
            facts = news;
        }
    }
}
