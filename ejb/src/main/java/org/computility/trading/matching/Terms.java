package org.computility.trading.matching;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketSide;

/**
 * The terms by which something is found in the market: its key words, its categories, and the words of its key words and
 * its description. A Chinese text has no spaces, so each two neighbouring characters of it count as a word. Each term names
 * the side and the type of what has it: whoever looks for it reads nothing else.
 */
final class Terms {

    private static final int MOST_WORDS = 200;
    private static final int LONGEST_TYPE = 32;
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{2,40}");
    private static final Map<String, String> SAME_TYPES = Map.ofEntries(
            Map.entry("数据集", "dataset"),
            Map.entry("数据", "dataset"),
            Map.entry("data", "dataset"),
            Map.entry("data set", "dataset"),
            Map.entry("模型", "model"),
            Map.entry("应用", "application"),
            Map.entry("app", "application"));

    private Terms() {}

    /** What kind of term it is, and how much it says. */
    enum Kind {
        KEY_WORD('k', 4),
        CATEGORY('c', 2),
        WORD('w', 1);

        private final char mark;
        private final int weight;

        Kind(char mark, int weight) {
            this.mark = mark;
            this.weight = weight;
        }

        int weight() {
            return weight;
        }

        static Kind of(String term) {
            char mark = term.charAt(term.indexOf(':', term.indexOf(':') + 1) + 1);
            return mark == KEY_WORD.mark ? KEY_WORD : mark == CATEGORY.mark ? CATEGORY : WORD;
        }
    }

    /** The type, as both sides would write it. */
    static String typeKey(String type) {
        String plain = plain(type).replace(':', ' ');
        String key = SAME_TYPES.getOrDefault(plain, plain);
        return key.substring(0, key.offsetByCodePoints(0, Math.min(LONGEST_TYPE, key.codePointCount(0, key.length()))));
    }

    /** All terms of it; the key words and categories first. */
    static Set<String> of(EnteredMarket it) {
        Set<String> terms = new LinkedHashSet<>();
        String head = head(it.side(), typeKey(it.type()));
        it.keyWords().forEach(word -> terms.add(term(head, Kind.KEY_WORD, word)));
        it.categories().forEach(category -> terms.add(term(head, Kind.CATEGORY, category)));
        int most = terms.size() + MOST_WORDS;
        it.keyWords().forEach(word -> addWords(terms, head, word, most));
        if (it.text() != null) {
            addWords(terms, head, it.text(), most);
        }
        return terms;
    }

    /** The same terms, as something on the other side has them. */
    static List<String> across(List<String> terms, MarketSide side) {
        return terms.stream()
                .map(term -> side.name() + term.substring(term.indexOf(':')))
                .toList();
    }

    static String keyWord(MarketSide side, String typeKey, String word) {
        return term(head(side, typeKey), Kind.KEY_WORD, word);
    }

    static String category(MarketSide side, String typeKey, String category) {
        return term(head(side, typeKey), Kind.CATEGORY, category);
    }

    private static String head(MarketSide side, String typeKey) {
        return side.name() + ':' + typeKey + ':';
    }

    private static String term(String head, Kind kind, String text) {
        return head + kind.mark + ':' + plain(text);
    }

    private static void addWords(Set<String> terms, String head, String text, int most) {
        Matcher words = WORD.matcher(plain(text));
        while (words.find() && terms.size() < most) {
            if (Character.UnicodeScript.of(words.group().codePointAt(0)) == Character.UnicodeScript.HAN) {
                addPairs(terms, head, words.group(), most);
            } else {
                terms.add(head + Kind.WORD.mark + ':' + words.group());
            }
        }
    }

    private static void addPairs(Set<String> terms, String head, String run, int most) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length && terms.size() < most; i++) {
            terms.add(head + Kind.WORD.mark + ':' + new String(characters, i, 2));
        }
    }

    // Full-width letters and digits are what their half-width forms are.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
