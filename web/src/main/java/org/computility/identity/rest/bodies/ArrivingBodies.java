package org.computility.identity.rest.bodies;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bodies that arrive now. One look at all of them costs less than an alarm for each. */
final class ArrivingBodies {

    private final Set<ArrivingBody> all = ConcurrentHashMap.newKeySet();

    void add(ArrivingBody body) {
        all.add(body);
    }

    void remove(ArrivingBody body) {
        all.remove(body);
    }

    /** Gives up those whose time is over. */
    void check() {
        long now = System.nanoTime();
        all.forEach(body -> body.check(now));
    }
}
