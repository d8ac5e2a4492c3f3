package org.computility.shared.rest.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a family's tables spell a neutral member, word for word of its path. Exceptions from the rule are listed in
 * {@code ‹family›-members.properties}: a word, or a path of words where a word is spelt so in that place only.
 */
final class Spelling {

    /** As they are: camel case. */
    static final Spelling NEUTRAL = new Spelling(Map.of(), name -> name);

    /** A capital first, and ID: {@code PageSize}, {@code AlgoFilePackageID}. */
    static final Spelling ACSMP = new Spelling(Codes.read("acsmp-members.properties"), Spelling::capitalised);

    /** Some in snake case, some in camel case, as the tables happen to be. */
    static final Spelling TRADING = new Spelling(Codes.read("trading-members.properties"), name -> name);
    /** As they are, except the names that its answers have always had from T/BAX 0006.5. */
    static final Spelling PLATFORM = new Spelling(Codes.read("platform-members.properties"), name -> name);

    private final Map<String, String> irregular;
    private final UnaryOperator<String> rule;

    private Spelling(Map<String, String> irregular, UnaryOperator<String> rule) {
        this.irregular = irregular;
        this.rule = rule;
    }

    String of(String member) {
        List<String> words = List.of(member.split("\\."));
        List<String> spelt = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int end = endOfListed(words, next);
            spelt.add(path(words.subList(next, end)));
            next = end;
        }
        return String.join(".", spelt);
    }

    /**
     * The end of the longest listed path that begins with this word; a word that begins no listed path stands alone.
     */
    private int endOfListed(List<String> words, int first) {
        int end = words.size();
        while (end > first + 1 && !irregular.containsKey(name(words.subList(first, end)))) {
            end--;
        }
        return end;
    }

    /** The place in an array stays: {@code instances[0]}. */
    private String path(List<String> words) {
        String name = name(words);
        String spelt = irregular.get(name);
        return (spelt == null ? rule.apply(name) : spelt) + place(words.get(words.size() - 1));
    }

    private static String name(List<String> words) {
        String path = String.join(".", words);
        return path.substring(
                0, path.length() - place(words.get(words.size() - 1)).length());
    }

    private static String place(String word) {
        return word.indexOf('[') < 0 ? "" : word.substring(word.indexOf('['));
    }

    private static String capitalised(String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return capital.replaceFirst("Id(s?)$", "ID$1");
    }
}
