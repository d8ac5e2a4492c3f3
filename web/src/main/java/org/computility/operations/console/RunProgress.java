package org.computility.operations.console;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The numbers that a job tells of its progress, put into a sentence. */
final class RunProgress {

    private RunProgress() {}

    /** A sentence without words for this job is the numbers under their own names. Without numbers there is none. */
    static String inWords(String sentence, Map<String, Long> facts) {
        if (facts.isEmpty()) {
            return "";
        }
        if (sentence.isEmpty()) {
            StringJoiner plain = new StringJoiner(", ");
            new TreeMap<>(facts).forEach((name, number) -> plain.add(name + " " + number));
            return plain.toString();
        }
        String words = sentence;
        for (Map.Entry<String, Long> fact : facts.entrySet()) {
            words = words.replace("{" + fact.getKey() + "}", fact.getValue().toString());
        }
        return words;
    }
}
