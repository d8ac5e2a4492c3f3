package org.computility.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;

/** One operation that is asked for what it must refuse. */
public record Refusals(Visitor visitor, String method, String path) {

    /** The body is refused with that status and Code (0: any but 0), and the message says that word. */
    public void of(JsonObject body, int status, int code, String word) {
        Answer answer = visitor.send(method, path, "application/json", BodyPublishers.ofString(body.toString()));
        assertThat(answer.status()).as("%s %s: %s", path, body, answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isNotZero();
        if (code != 0) {
            assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        }
        assertThat(answer.message()).contains(word);
    }

    /** A refusal of T/BAX 0006.5 with that Code, the status that it begins with and a message that says that word. */
    public static void check(Answer answer, int code, String word) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(code / 100);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.message()).contains(word);
    }

    /** A refusal of any family with that status and number, or name. */
    public static void named(Answer answer, int status, String failure) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(failure);
    }

    /**
     * A refusal of any family with that status and number, or name. It names the member: the problems of
     * {@code /platform/v1} do so in a member of their own, the standards in the message.
     */
    public static void check(Answer answer, int status, String failure, String member) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(failure);
        if (answer.family() == Family.PLATFORM) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.json().getString("member")).as("%s", answer).isEqualTo(member);
        } else {
            assertThat(answer.message()).contains(member);
        }
    }
}
