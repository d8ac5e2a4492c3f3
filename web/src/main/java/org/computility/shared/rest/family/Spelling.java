package org.computility.shared.rest.family;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a family's tables spell a neutral member, word for word of its path. Whatever follows no rule is listed in
 * {@code ‹family›-members.properties}.
 */
final class Spelling {

    /** As they are: camel case. */
    static final Spelling NEUTRAL = new Spelling(Map.of(), name -> name);

    /** A capital first, and ID: {@code PageSize}, {@code AlgoFilePackageID}. */
    static final Spelling ACSMP = new Spelling(Codes.read("acsmp-members.properties"), Spelling::capitalised);

    /** Some in snake case, some in camel case, as the tables happen to be. */
    static final Spelling TRADING = new Spelling(Codes.read("trading-members.properties"), name -> name);
    /** As they are, but for what its answers have always named as T/BAX 0006.5 does. */
    static final Spelling PLATFORM = new Spelling(Codes.read("platform-members.properties"), name -> name);

    private final Map<String, String> irregular;
    private final UnaryOperator<String> rule;

    private Spelling(Map<String, String> irregular, UnaryOperator<String> rule) {
        this.irregular = irregular;
        this.rule = rule;
    }

    String of(String member) {
        return Stream.of(member.split("\\.")).map(this::word).collect(Collectors.joining("."));
    }

    /** The place in an array stays: {@code algoTaskInfos[0]}. */
    private String word(String word) {
        int end = word.indexOf('[') < 0 ? word.length() : word.indexOf('[');
        String name = word.substring(0, end);
        String spelt = irregular.get(name);
        return (spelt == null ? rule.apply(name) : spelt) + word.substring(end);
    }

    private static String capitalised(String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return capital.replaceFirst("Id(s?)$", "ID$1");
    }
}
