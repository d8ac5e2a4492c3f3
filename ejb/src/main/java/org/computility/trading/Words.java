package org.computility.trading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, as both who offers and who looks would write them. A Chinese text has no spaces, so each two neighbouring characters of
 * it count as a word.
 */
public final class Words {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{2,40}");

    private static final String OTHER = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";
    private static final Pattern ALONE =
            Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}(?!\\p{IsHan})|(?<!" + OTHER + ")" + OTHER + "(?!" + OTHER + ")");

    private Words() {}

    /** In their order; a word that stands twice comes twice. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(plain(text));
        while (found.find()) {
            if (Character.UnicodeScript.of(found.group().codePointAt(0)) == Character.UnicodeScript.HAN) {
                addPairs(words, found.group());
            } else {
                words.add(found.group());
            }
        }
        return words;
    }

    /** The characters of a text that stand alone beside words. */
    public static List<String> aloneBesideWords(String text) {
        return of(text).isEmpty() ? List.of() : alone(text);
    }

    /** Characters of a text that stand alone, and so are no words; each once. */
    public static List<String> alone(String text) {
        return ALONE.matcher(plain(text))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /**
     * Patterns of PostgreSQL for plain texts in which all these characters occur: Chinese ones anywhere, others not beside a letter or digit, as in
     * {@code yolo 5}.
     */
    public static String[] patterns(List<String> alone) {
        return alone.stream()
                .map(character -> Character.UnicodeScript.of(character.codePointAt(0)) == Character.UnicodeScript.HAN
                        ? character
                        : "(^|[^a-z0-9])" + character + "($|[^a-z0-9])")
                .toArray(String[]::new);
    }

    /** In small letters; full-width letters and digits are what their half-width forms are. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private static void addPairs(List<String> words, String run) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
    }
}
