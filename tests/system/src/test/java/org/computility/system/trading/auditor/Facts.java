package org.computility.system.trading.auditor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is so of one thing at one moment; never changed, only followed by others. */
record Facts(Map<String, String> known) {

    static final Facts NONE = new Facts(Map.of());

    String get(String name) {
        return known.getOrDefault(name, "");
    }

    boolean is(String name, String value) {
        return get(name).equals(value);
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    long number(String name) {
        return Long.parseLong(known.getOrDefault(name, "0"));
    }

    Facts with(String name, String value) {
        Map<String, String> next = new HashMap<>(known);
        next.put(name, value);
        return new Facts(next);
    }

    Facts plus(String name, long more) {
        return with(name, Long.toString(number(name) + more));
    }

    Set<String> names() {
        return known.keySet();
    }
}
