package org.computility.trading.matching;

/**
 * Why two things fit each other.
 *
 * @param kind {@code KEY_WORD}, {@code CATEGORY}, {@code TYPE} or {@code WORDS}
 * @param value what they share; of words, how many
 * @param en the reason in English
 * @param zh the reason in Chinese
 */
public record Reason(String kind, String value, String en, String zh) {

    static Reason keyWord(String word) {
        return new Reason("KEY_WORD", word, "Both have the key word " + word + ".", "关键词一致：" + word);
    }

    static Reason category(String category) {
        return new Reason("CATEGORY", category, "Both are of the category " + category + ".", "分类一致：" + category);
    }

    static Reason type(String type) {
        return new Reason("TYPE", type, "Both are of the type " + type + ".", "类型一致：" + type);
    }

    static Reason words(int count) {
        return new Reason(
                "WORDS",
                Integer.toString(count),
                "Their key words and descriptions share " + count + " words.",
                "关键词和描述中有 " + count + " 个词相同");
    }

    boolean isKeyWord() {
        return kind.equals("KEY_WORD");
    }
}
