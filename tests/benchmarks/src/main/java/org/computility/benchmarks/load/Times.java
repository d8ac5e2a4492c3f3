package org.computility.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long operations took, by their names, in the order in which they first came. */
public final class Times {

    private final Map<String, List<Long>> nanoseconds = Collections.synchronizedMap(new LinkedHashMap<>());

    public <T> T time(String operation, Supplier<T> call) {
        long begin = System.nanoTime();
        T result = call.get();
        add(operation, System.nanoTime() - begin);
        return result;
    }

    public void add(String operation, long took) {
        nanoseconds
                .computeIfAbsent(operation, name -> Collections.synchronizedList(new ArrayList<>()))
                .add(took);
    }

    public int count(String operation) {
        return nanoseconds.getOrDefault(operation, List.of()).size();
    }

    public void print() {
        nanoseconds.forEach((operation, all) -> System.out.printf(
                "    %-16s %6d times, median %6.1f ms, p95 %6.1f, p99 %6.1f, at most %6.1f%n",
                operation, all.size(), part(all, 50), part(all, 95), part(all, 99), part(all, 100)));
    }

    private static double part(List<Long> all, int percent) {
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
