package org.computility.compute.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which event streams were open and are not any more, or look open and are quieter than they were, and since when no
 * sign of life has led to another attempt. A stream that never was open is left out: its node may be behind a firewall,
 * and would be tried in vain at each of its keepalives. Safe for use by several threads.
 */
final class LostStreams {

    private final Set<String> reachable = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> lost = new ConcurrentHashMap<>();
    private final Map<String, Instant> quiet = new ConcurrentHashMap<>();

    void opened(String code) {
        reachable.add(code);
        lost.remove(code);
        quiet.remove(code);
    }

    void lost(String code, Instant now) {
        if (reachable.contains(code)) {
            lost.putIfAbsent(code, now);
        }
    }

    /** Nothing has come since that moment on a stream that looks open. */
    void quiet(String code, Instant since) {
        quiet.put(code, since);
    }

    /** The others are not watched any more. */
    void retain(Set<String> codes) {
        reachable.retainAll(codes);
        lost.keySet().retainAll(codes);
        quiet.keySet().retainAll(codes);
    }

    /** The lost and quiet streams, each with the moment after which a sign of its node is a new one. */
    Map<String, Instant> all() {
        Map<String, Instant> all = new HashMap<>(quiet);
        all.putAll(lost);
        return all;
    }

    /**
     * Another attempt has begun. The next one waits for the next sign of life; a quiet stream has it only if it becomes
     * quiet again.
     */
    void tried(String code, Instant now) {
        lost.replace(code, now);
        quiet.remove(code);
    }
}
