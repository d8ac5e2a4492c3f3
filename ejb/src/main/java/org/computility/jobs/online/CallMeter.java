package org.computility.jobs.online;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.computility.jobs.online.CallCounts.Called;

/** Calls of services since they were last written down, which happens every second: a call costs no statement. */
@ApplicationScoped
public class CallMeter {

    @EJB
    CallCounts counts;

    private final ConcurrentMap<Called, Long> fresh = new ConcurrentHashMap<>();

    /** Takes one call more. It does so in any thread, also in one that belongs to no application. */
    public Consumer<Called> counter() {
        return called -> fresh.merge(called, 1L, Long::sum);
    }

    /** Writes down what has come; what cannot be written is kept for the next time. */
    public void write() {
        SortedMap<Called, Long> taken = new TreeMap<>();
        for (Called called : fresh.keySet()) {
            Long calls = fresh.remove(called);
            if (calls != null) {
                taken.put(called, calls);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            counts.add(taken);
        } catch (RuntimeException e) {
            taken.forEach((called, calls) -> fresh.merge(called, calls, Long::sum));
            throw e;
        }
    }
}
