package org.computility.jobs.online;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.computility.jobs.online.CallCounts.Called;

/**
 * Calls of services since they were last written down, which happens every second: a call costs no statement. What is written down
 * at a time is a batch. Where nobody knows whether a batch was kept, the same is sent again: it counts once.
 */
@ApplicationScoped
public class CallMeter {

    @EJB
    CallCounts counts;

    private final UUID writer = UUID.randomUUID();
    private final ConcurrentMap<Called, Long> fresh = new ConcurrentHashMap<>();

    private SortedMap<Called, Long> batch = new TreeMap<>();
    private long number = 1;

    /** Takes one call more. It does so in any thread, also in one that belongs to no application. */
    public Consumer<Called> counter() {
        return called -> fresh.merge(called, 1L, Long::sum);
    }

    /** Writes down what has come; what cannot be written is kept for the next time. */
    public synchronized void write() {
        send();
        batch = taken();
        send();
    }

    private void send() {
        if (!batch.isEmpty()) {
            counts.add(writer, number, batch);
            number++;
            batch = new TreeMap<>();
        }
    }

    private SortedMap<Called, Long> taken() {
        SortedMap<Called, Long> taken = new TreeMap<>();
        for (Called called : fresh.keySet()) {
            Long calls = fresh.remove(called);
            if (calls != null) {
                taken.put(called, calls);
            }
        }
        return taken;
    }
}
