package org.computility.federation.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what ought to stand above with what stands there: month by month, and by center in the months that differ. */
final class Comparing {

    /** The reports of a month there. */
    @FunctionalInterface
    interface Month {
        List<ReportEntry> of(String month);
    }

    private final Map<String, List<OwnEntry>> ours;
    private final Map<String, MonthTotal> theirs;
    private final Map<Integer, Integer> centers = new HashMap<>();
    private final Set<Integer> merged;

    /** @param merged centers there of which nothing is said: they count as others here, or did */
    Comparing(Collection<OwnEntry> ours, Collection<MonthTotal> theirs, Collection<Integer> merged) {
        this.merged = Set.copyOf(merged);
        this.ours = ours.stream().collect(Collectors.groupingBy(OwnEntry::month, TreeMap::new, Collectors.toList()));
        this.theirs = theirs.stream().collect(Collectors.toMap(MonthTotal::month, Function.identity()));
        ours.stream()
                .filter(own -> own.upperCenterId() != null)
                .forEach(own -> centers.put(own.upperCenterId(), own.centerId()));
    }

    /** All differences, the earliest month first; what was not told yet, or refused, is none. */
    List<Difference> differences(Month detail) {
        List<Difference> all = new ArrayList<>();
        for (String month : months()) {
            MonthTotal there = theirs.get(month);
            if (!total(month).equals(there)) {
                all.addAll(inMonth(month, detail.of(month)));
            }
        }
        return all;
    }

    TreeSet<String> months() {
        TreeSet<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        return all;
    }

    private MonthTotal total(String month) {
        List<ReportEntry> taken = ours.getOrDefault(month, List.of()).stream()
                .filter(OwnEntry::isTaken)
                .map(OwnEntry::entry)
                .sorted(Comparator.comparing(ReportEntry::centerId))
                .toList();
        return MonthTotal.of(month, taken);
    }

    private List<Difference> inMonth(String month, List<ReportEntry> there) {
        Map<Integer, ReportEntry> above = new TreeMap<>();
        there.forEach(entry -> above.put(entry.centerId(), entry));
        List<Difference> found = new ArrayList<>();
        for (OwnEntry own : ours.getOrDefault(month, List.of())) {
            ReportEntry entry = own.upperCenterId() == null ? null : above.remove(own.upperCenterId());
            if (own.isTaken() && (entry == null || !Objects.equals(entry.hash(), own.hash()))) {
                found.add(Difference.of(own, entry));
            }
        }
        above.values().stream()
                .filter(entry -> !merged.contains(entry.centerId()))
                .forEach(entry -> found.add(Difference.below(centers.get(entry.centerId()), entry)));
        return found;
    }
}
