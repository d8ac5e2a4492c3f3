package org.computility.planning.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Findings against what was there, one to one. Findings take their turns by time. Each takes the free event whose box it overlaps
 * most; of equals the one that ends first, then the one that was told first. Where only time tells events apart, no other
 * choice matches more.
 */
final class Matching {

    private static final NavigableSet<Open> NONE = Collections.emptyNavigableSet();

    private final long slack;
    private final double leastOverlap;
    private final Iterator<Open> coming;

    /** Events that have begun and are not over, by device; those of any device by null. */
    private final Map<String, NavigableSet<Open>> open = new HashMap<>();

    private Open next;

    private Matching(List<TrueEvent> truth, Tolerance tolerance) {
        slack = tolerance.micros();
        leastOverlap = tolerance.overlap() == null ? 0 : tolerance.overlap();
        coming = IntStream.range(0, truth.size())
                .mapToObj(place -> new Open(truth.get(place), place))
                .sorted(Comparator.comparingLong(event -> event.event.from()))
                .iterator();
        next = coming.hasNext() ? coming.next() : null;
    }

    /** An event whose time it is. */
    private static final class Open implements Comparable<Open> {

        private static final Comparator<Open> ORDER =
                Comparator.<Open>comparingLong(open -> open.event.to()).thenComparingInt(open -> open.place);

        private final TrueEvent event;
        private final int place;
        private boolean taken;

        Open(TrueEvent event, int place) {
            this.event = event;
            this.place = place;
        }

        @Override
        public int compareTo(Open other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a finding fits: the free event that it fits best, or none; and whether there is any, free or not. */
    private record Fit(Open free, boolean any) {}

    static Tally of(List<TrueEvent> truth, List<Finding> findings, Tolerance tolerance) {
        return new Matching(truth, tolerance).tally(truth.size(), findings);
    }

    private Tally tally(int events, List<Finding> findings) {
        int matched = 0;
        int repeated = 0;
        List<Finding> byTime =
                findings.stream().sorted(Comparator.comparingLong(Finding::at)).toList();
        for (Finding finding : byTime) {
            begin(finding.at());
            Fit fit = fit(finding);
            if (fit.free() != null) {
                fit.free().taken = true;
                matched++;
            } else if (fit.any()) {
                repeated++;
            }
        }
        return new Tally(matched, repeated, findings.size() - matched - repeated, events - matched);
    }

    private void begin(long now) {
        while (next != null && next.event.from() - slack <= now) {
            open.computeIfAbsent(next.event.deviceId(), device -> new TreeSet<>())
                    .add(next);
            next = coming.hasNext() ? coming.next() : null;
        }
    }

    private Fit fit(Finding finding) {
        Open best = null;
        double most = TrueEvent.NOT;
        boolean any = false;
        for (String device : devices(finding)) {
            for (Open each : notOver(device, finding.at())) {
                double fit = each.event.fit(finding, leastOverlap);
                any |= fit >= 0;
                if (fit >= 0 && !each.taken && (fit > most || fit == most && each.compareTo(best) < 0)) {
                    best = each;
                    most = fit;
                }
            }
        }
        return new Fit(best, any);
    }

    private static List<String> devices(Finding finding) {
        return finding.deviceId() == null ? Collections.singletonList(null) : Arrays.asList(finding.deviceId(), null);
    }

    private NavigableSet<Open> notOver(String device, long now) {
        NavigableSet<Open> events = open.getOrDefault(device, NONE);
        while (!events.isEmpty() && events.first().event.to() + slack < now) {
            events.pollFirst();
        }
        return events;
    }
}
