package org.computility.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;

/** One operation of T/BAX 0006.5 that is asked for what it must refuse. */
public record Refusals(Visitor visitor, String method, String path) {

    /** The body is refused with that status and Code (0: any but 0), and the message says that word. */
    public void of(JsonObject body, int status, int code, String word) {
        Answer answer = visitor.send(method, path, "application/json", BodyPublishers.ofString(body.toString()));
        assertThat(answer.status()).as("%s %s: %s", path, body, answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isNotZero();
        if (code != 0) {
            assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        }
        assertThat(answer.json().getString("Message")).contains(word);
    }

    /** A refusal of T/BAX 0006.5 with that Code, the status that it begins with and a message that says that word. */
    public static void check(Answer answer, int code, String word) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(code / 100);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.message()).contains(word);
    }

    /** A problem of {@code /platform/v1} with that code; it names the member, and so does its detail. */
    public static void check(Answer answer, int status, String code, String member) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().getString("code")).as("%s", answer).isEqualTo(code);
        assertThat(answer.json().getString("member")).as("%s", answer).isEqualTo(member);
    }
}
