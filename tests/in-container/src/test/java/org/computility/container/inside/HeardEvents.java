package org.computility.container.inside;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.connector.accelerator.AcceleratorEvent;

/** Observes what nodes tell, as the platform's rooms do, and fails as often as it is told to. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class HeardEvents {

    /** Data of an event {@code service}. */
    public static final String SERVICE =
            "{\"AlgoServiceID\":\"1b4e28ba-2fa1-11d2-883f-0016d3cca427\",\"Status\":\"RUNNING\"}";

    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> offers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> takes = new ConcurrentHashMap<>();

    /** The first events of that node fail, that many. */
    public void failFirst(String computeCode, int count) {
        failures.put(computeCode, new AtomicInteger(count));
    }

    public void on(@Observes AcceleratorEvent.ServiceChanged event) {
        count(offers, event.computeCode()).incrementAndGet();
        AtomicInteger left = failures.get(event.computeCode());
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("planted");
        }
        count(takes, event.computeCode()).incrementAndGet();
    }

    /** How often an event of that node came. */
    public int offered(String computeCode) {
        return count(offers, computeCode).get();
    }

    /** How many events of that node were taken without a failure. */
    public int taken(String computeCode) {
        return count(takes, computeCode).get();
    }

    private static AtomicInteger count(Map<String, AtomicInteger> counts, String computeCode) {
        return counts.computeIfAbsent(computeCode, code -> new AtomicInteger());
    }
}
