package org.computility.reporting.duplicates.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of a computing center as it can be compared.
 *
 * @param core what is left without words that say nothing and without places that the center's codes tell
 * @param parts which phase, building or zone it is, by the word for it: 一期 and 二期 are two centers
 * @param kind what kind of computing the name tells
 */
record CenterName(String core, Map<String, String> parts, Kind kind) {

    enum Kind {
        GENERAL,
        INTELLIGENT,
        SUPER
    }

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String NUMBER = "([0-9]{1,3}|[零一二三四五六七八九十]{1,3}|(?<![a-z])[ivx]{1,4})";
    private static final int TEN = 10;

    private static final Pattern PHASE = Pattern.compile("第?" + NUMBER + "\\s*期|phase\\s*" + NUMBER);
    private static final Pattern BUILDING = Pattern.compile(
            "(?:" + NUMBER + "\\s*(?:号|#)\\s*|([0-9]{1,3}|[a-z])\\s*|([一二三四五六七八九十]))(?:数据|机房|机)?(?:楼|栋|座|幢|厂房|机房|机楼)");
    private static final Pattern ZONE =
            Pattern.compile("(?:" + NUMBER + "\\s*(?:号|#)\\s*|(?<![a-z])([a-z])\\s*|(?<![城河江])([东南西北]))(?:园区|园|区)");
    private static final Pattern LEFT_NUMBER = Pattern.compile("([0-9]+)");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, Integer> ROMAN =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "v", 5, "vi", 6, "vii", 7, "viii", 8, "ix", 9, "x", TEN);

    /**
     * @param provinceName its own province, in any of its names, says nothing
     * @param city nor does its own city, of that code
     */
    static CenterName of(String name, String provinceName, String city) {
        Map<String, String> parts = new TreeMap<>();
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Kind kind = NameWords.SUPER.matcher(text).find()
                ? Kind.SUPER
                : NameWords.INTELLIGENT.matcher(text).find() ? Kind.INTELLIGENT : Kind.GENERAL;
        text = NameWords.LATIN.matcher(text).replaceAll(" ");
        text = take("期", PHASE, text, parts);
        text = take("楼", BUILDING, text, parts);
        text = take("区", ZONE, text, parts);
        text = NO_LETTER.matcher(text).replaceAll("");
        text = take("号", LEFT_NUMBER, text, parts);
        for (Map.Entry<Pattern, String> word : NameWords.MEANING.entrySet()) {
            text = word.getKey().matcher(text).replaceAll(word.getValue());
        }
        text = text.replace(provinceName, "").replace(shortName(provinceName), "");
        text = text.replace(Prefectures.name(city), "");
        text = NameWords.INTELLIGENT.matcher(text).replaceAll("");
        text = NameWords.SUPER.matcher(text).replaceAll("");
        text = NameWords.EMPTY.matcher(text).replaceAll("");
        return new CenterName(NameWords.ENDINGS.matcher(text).replaceAll(""), parts, kind);
    }

    /** 内蒙古 of 内蒙古自治区, 广西 of 广西壮族自治区. */
    static String shortName(String provinceName) {
        int letters = provinceName.startsWith("内蒙古") || provinceName.startsWith("黑龙江") ? 3 : 2;
        return provinceName.substring(0, Math.min(letters, provinceName.length()));
    }

    private static String take(String word, Pattern pattern, String text, Map<String, String> parts) {
        Matcher found = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (found.find()) {
            parts.merge(word, said(found), (one, other) -> one + "," + other);
            found.appendReplacement(rest, "");
        }
        return found.appendTail(rest).toString();
    }

    private static String said(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return number(found.group(group));
            }
        }
        throw new IllegalStateException(found.pattern() + " says no number");
    }

    /** Arabic digits for Chinese and Roman ones; letters and points of the compass as they are. */
    private static String number(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Integer.toString(Integer.parseInt(text.substring(Math.max(0, text.length() - 9))));
        }
        if (ROMAN.containsKey(text)) {
            return ROMAN.get(text).toString();
        }
        int ten = text.indexOf('十');
        if (ten < 0 && DIGITS.indexOf(text.charAt(0)) < 0) {
            return text;
        }
        if (ten < 0) {
            return Integer.toString(text.chars().reduce(0, (sum, digit) -> sum * TEN + DIGITS.indexOf(digit)));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(ten - 1));
        int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
        return Integer.toString(tens * TEN + ones);
    }
}
