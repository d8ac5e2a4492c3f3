package org.computility.jobs.training;

import java.util.Arrays;
import java.util.Optional;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** What a link to a log is for (T/AI 123.8 table A.47). */
public enum LogUse {
    VIEW("view", "text/plain"),
    SAVE("file", "application/octet-stream");

    private final String word;
    private final String contentType;

    LogUse(String word, String contentType) {
        this.word = word;
        this.contentType = contentType;
    }

    /** That in the path of a link. */
    public String word() {
        return word;
    }

    public String contentType() {
        return contentType;
    }

    /** The use of that word in the path of a link. */
    public static Optional<LogUse> named(String word) {
        return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
    }

    static LogUse of(String contentType) {
        return Arrays.stream(values())
                .filter(use -> use.contentType.equals(contentType))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "member-invalid",
                        new Member("contentType"),
                        "{member} is text/plain or application/octet-stream."));
    }
}
