package org.computility.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;

/** One operation of T/BAX 0006.5 that is asked for what it must refuse. */
record Refusals(Visitor visitor, String method, String path) {

    /** The body is refused with that status and Code (0: any but 0), and the message says that word. */
    void of(JsonObject body, int status, int code, String word) {
        Answer answer = visitor.send(method, path, "application/json", BodyPublishers.ofString(body.toString()));
        assertThat(answer.status()).as("%s %s: %s", path, body, answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isNotZero();
        if (code != 0) {
            assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        }
        assertThat(answer.json().getString("Message")).contains(word);
    }
}
