package org.computility.trading.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketSide;
import org.computility.trading.Words;

/**
 * The terms by which something is found in the market: its key words, its categories, and the words of its key words and
 * its description ({@link Words}). Each term names the side and the type of what has it: whoever looks for it reads nothing else.
 */
final class Terms {

    private static final int MOST_WORDS = 200;
    private static final int LONGEST_TYPE = 32;
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
        String plain = Words.plain(type).replace(':', ' ');
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

    /** Terms that something of that side and type has when it answers to the text and the category; null asks for nothing. */
    static Set<String> asked(MarketSide side, String typeKey, String text, String category) {
        Set<String> terms = new LinkedHashSet<>();
        String head = head(side, typeKey);
        if (text != null) {
            addWords(terms, head, text, MOST_WORDS);
            // A single character is no word: it may be a key word. Beside words, Words.patterns finds it.
            if (terms.isEmpty()) {
                List<String> alone = Words.alone(text);
                (alone.isEmpty() ? List.of(text) : alone).forEach(word -> terms.add(term(head, Kind.KEY_WORD, word)));
            }
        }
        if (category != null) {
            terms.add(term(head, Kind.CATEGORY, category));
        }
        return terms;
    }

    private static String head(MarketSide side, String typeKey) {
        return side.name() + ':' + typeKey + ':';
    }

    private static String term(String head, Kind kind, String text) {
        return head + kind.mark + ':' + Words.plain(text);
    }

    private static void addWords(Set<String> terms, String head, String text, int most) {
        for (String word : Words.of(text)) {
            if (terms.size() >= most) {
                return;
            }
            terms.add(head + Kind.WORD.mark + ':' + word);
        }
    }
}
