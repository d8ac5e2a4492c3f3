package org.computility.system.trading.auditor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is so of one thing at one moment; never changed, only followed by others. What is {@link #settle settled} stands in one map
 * for all of them: an organisation's money comes to thousands of facts, of which the calls under way decide a handful.
 */
final class Facts {

    private final Map<String, String> settled;
    /** What is not settled yet. */
    private final Map<String, String> open;

    private Facts(Map<String, String> settled, Map<String, String> open) {
        this.settled = settled;
        this.open = open;
    }

    /** Nothing is so yet. */
    static Facts none() {
        return new Facts(new HashMap<>(), Map.of());
    }

    /** These are all that are possible, and follow the same first facts: what they agree on is settled. Their followers, in their order. */
    static List<Facts> settle(List<Facts> all) {
        Map<String, String> agreed = new HashMap<>(all.get(0).open);
        for (Facts one : all) {
            agreed.entrySet().retainAll(one.open.entrySet());
        }
        all.get(0).settled.putAll(agreed);
        return all.stream().map(one -> one.without(agreed.keySet())).toList();
    }

    private Facts without(Set<String> names) {
        Map<String, String> rest = new HashMap<>(open);
        rest.keySet().removeAll(names);
        return new Facts(settled, rest);
    }

    private String value(String name) {
        String value = open.get(name);
        return value == null ? settled.get(name) : value;
    }

    String get(String name) {
        return Objects.requireNonNullElse(value(name), "");
    }

    boolean is(String name, String value) {
        return get(name).equals(value);
    }

    boolean has(String name) {
        return value(name) != null;
    }

    long number(String name) {
        String value = value(name);
        return value == null ? 0 : Long.parseLong(value);
    }

    Facts with(String name, String value) {
        Map<String, String> next = new HashMap<>(open);
        if (value.equals(settled.get(name))) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return new Facts(settled, next);
    }

    Facts plus(String name, long more) {
        return with(name, Long.toString(number(name) + more));
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(settled.keySet());
        names.addAll(open.keySet());
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && facts.settled == settled && facts.open.equals(open);
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }

    @Override
    public String toString() {
        return open + " beside " + settled.size() + " that are settled";
    }
}
