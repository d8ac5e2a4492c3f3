package org.computility.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The rules of {@code docs/results.md}: whose results, what times, what image. A refusal names the element. */
final class ResultRules {

    static final int LARGEST_IMAGE = 1 << 20;

    /** A node's spool may hold results for long; its clock may be a little wrong. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final Duration EARLY = Duration.ofDays(1);

    /** The character as JSON writes it; behind another backslash the same letters are a text. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final String computeCode;
    private final Instant now;

    ResultRules(String computeCode, Instant now) {
        this.computeCode = computeCode;
        this.now = now;
    }

    /**
     * The results as they are to be stored. A time that cannot be comes from a clock that is wrong, and the result is as
     * good as others: the moment of its receipt takes its place.
     */
    List<FoundResult> checked(List<FoundResult> results) {
        for (int i = 0; i < results.size(); i++) {
            check("results[" + i + "]", results.get(i));
        }
        return results.stream()
                .map(result -> canBe(result.time()) ? result : result.at(now))
                .toList();
    }

    private boolean canBe(Instant time) {
        return !time.isBefore(now.minus(OLDEST)) && !time.isAfter(now.plus(EARLY));
    }

    private void check(String element, FoundResult result) {
        if (!result.computeCode().equals(computeCode)) {
            throw new Rejected(
                    "member-invalid",
                    new Member(element + ".computeCode"),
                    "The token belongs to " + computeCode + ", not to " + result.computeCode() + ".");
        }
        if (NUL.matcher(result.data()).find()) {
            throw new Rejected("member-invalid", new Member(element + ".data"), "data holds the character U+0000.");
        }
        if (result.mediaTime() != null && !Double.isFinite(result.mediaTime())) {
            throw new Rejected(
                    "member-invalid", new Member(element + ".mediaTime"), "{member} is a number of seconds.");
        }
        if (result.image() != null) {
            check(new Member(element + ".image.content"), result.image().content());
        }
    }

    private static void check(Member member, byte[] image) {
        if (image.length > LARGEST_IMAGE) {
            throw new Rejected("member-too-long", member, "{member} has at most 1 MiB decoded.");
        }
        if (image.length < 4 || image[0] != (byte) 0xFF || image[1] != (byte) 0xD8 || image[2] != (byte) 0xFF) {
            throw new Rejected("member-invalid", member, "{member} is a JPEG.");
        }
    }
}
