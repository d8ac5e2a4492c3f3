package org.computility.system.trading.auditor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether calls that were made at the same time can have happened one after the other, each at some moment between its beginning
 * and its end. All orders that are still possible are kept side by side, and thinned out by each answer.
 */
final class Linearization {

    private static final int TOLD = 50;

    /** A call on one thing. Its steps happened in this order, with others between them. */
    record Call(String what, long begun, long ended, List<Step> steps) {}

    /** What is so, and how far the calls that are under way have come. */
    private record Possible(Facts facts, Map<Call, Integer> progress) {}

    private record Moment(long time, Call call, boolean end) {}

    private final Set<Call> running = new HashSet<>();
    private Set<Possible> possible;

    private Linearization(Facts first) {
        possible = Set.of(new Possible(first, Map.of()));
    }

    /** What is wrong; empty when every answer is one of those that were allowed. */
    static Optional<String> fault(Facts first, List<Call> calls) {
        List<Moment> moments = new ArrayList<>();
        for (Call call : calls) {
            moments.add(new Moment(call.begun(), call, false));
            moments.add(new Moment(call.ended(), call, true));
        }
        moments.sort(Comparator.comparingLong(Moment::time));
        Linearization order = new Linearization(first);
        for (Moment moment : moments) {
            if (!moment.end()) {
                order.begin(moment.call());
            } else if (!order.end(moment.call())) {
                return Optional.of(order.fault(moment.call(), calls));
            }
        }
        return Optional.empty();
    }

    private void begin(Call call) {
        running.add(call);
        possible = possible.stream().map(this::seeing).collect(Collectors.toSet());
    }

    private boolean end(Call call) {
        List<Possible> ended = new ArrayList<>();
        for (Possible one : reachable(call)) {
            if (isDone(one, call)) {
                Map<Call, Integer> rest = new HashMap<>(one.progress());
                rest.remove(call);
                ended.add(new Possible(one.facts(), rest));
            }
        }
        if (ended.isEmpty()) {
            return false;
        }
        running.remove(call);
        possible = settled(ended);
        return true;
    }

    private static Set<Possible> settled(List<Possible> all) {
        List<Facts> facts = Facts.settle(all.stream().map(Possible::facts).toList());
        Set<Possible> settled = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            settled.add(new Possible(facts.get(i), all.get(i).progress()));
        }
        return settled;
    }

    /** What only sees something and may see it now has seen it: it changes nothing for the others. */
    private Possible seeing(Possible one) {
        Map<Call, Integer> progress = new HashMap<>(one.progress());
        for (Call call : running) {
            int done = progress(one, call);
            while (done < call.steps().size()
                    && call.steps().get(done) instanceof Step.Seen seen
                    && seen.apply(one.facts()) != null) {
                done++;
                progress.put(call, done);
            }
        }
        return new Possible(one.facts(), progress);
    }

    /** No further than until that one is done: what others did after it they may as well do before the next end. */
    private Set<Possible> reachable(Call ending) {
        Set<Possible> found = new HashSet<>(possible);
        Deque<Possible> left = new ArrayDeque<>(possible);
        while (!left.isEmpty()) {
            Possible from = left.pop();
            for (Call call : isDone(from, ending) ? Set.<Call>of() : running) {
                int done = progress(from, call);
                Facts next = done < call.steps().size() ? call.steps().get(done).apply(from.facts()) : null;
                if (next != null) {
                    Map<Call, Integer> progress = new HashMap<>(from.progress());
                    progress.put(call, done + 1);
                    Possible to = seeing(new Possible(next, progress));
                    if (found.add(to)) {
                        left.push(to);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isDone(Possible one, Call call) {
        return progress(one, call) == call.steps().size();
    }

    private static int progress(Possible one, Call call) {
        return one.progress().getOrDefault(call, 0);
    }

    private String fault(Call call, List<Call> calls) {
        String before = calls.stream()
                .filter(one -> one.ended() < call.ended())
                .sorted(Comparator.comparingLong(Call::ended).reversed())
                .limit(TOLD)
                .map(one -> "\n    " + one.begun() + " to " + one.ended() + ": " + one.what())
                .collect(Collectors.joining());
        return "not allowed: " + call.what() + ", " + call.begun() + " to " + call.ended() + "\n  beside "
                + running.stream().map(Call::what).toList() + "\n  where "
                + possible.stream().limit(TOLD).map(Possible::facts).toList() + "\n  after" + before;
    }
}
