package org.computility.system.trading.auditor;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What was called and answered, of each thing by itself. */
final class History {

    private final AtomicLong moments = new AtomicLong();
    private final Map<String, Queue<Linearization.Call>> things = new ConcurrentHashMap<>();
    /** The moments in which they were asked for. */
    private final Set<Long> answers = ConcurrentHashMap.newKeySet();

    /** A moment later than all before. */
    long moment() {
        return moments.incrementAndGet();
    }

    void note(String thing, String what, long begun, long ended, Step... steps) {
        answers.add(begun);
        things.computeIfAbsent(thing, name -> new ConcurrentLinkedQueue<>())
                .add(new Linearization.Call(what, begun, ended, List.of(steps)));
    }

    /** What no order of the calls explains. */
    List<String> faults() {
        return things.entrySet().parallelStream()
                .flatMap(thing -> Linearization.fault(Facts.none(), List.copyOf(thing.getValue())).stream()
                        .map(fault -> thing.getKey() + ": " + fault))
                .toList();
    }

    /** How many answers are judged; one may tell of several things. */
    int answers() {
        return answers.size();
    }

    Stream<String> things(String kind) {
        return things.keySet().stream().filter(name -> name.startsWith(kind));
    }
}
