package org.computility.trading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, as both who offers and who looks would write them. A Chinese text has no spaces, so each two neighbouring characters of
 * it count as a word.
 */
public final class Words {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]{2,40}");

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
