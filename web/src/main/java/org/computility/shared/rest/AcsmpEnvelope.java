package org.computility.shared.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What every answer of T/BAX 0006.5 is wrapped in.
 *
 * @param code 0, or the failure's number
 * @param message shortened to what table A.2 gives it
 * @param data absent where an operation returns nothing, and on failures
 */
@JsonbPropertyOrder({"code", "message", "requestId", "data"})
public record AcsmpEnvelope(
        @JsonbProperty("Code") int code,
        @JsonbProperty("Message") String message,
        @JsonbProperty("RequestID") String requestId,
        @JsonbProperty("Data") Object data) {

    private static final int LONGEST_MESSAGE = 1024;

    public AcsmpEnvelope {
        message = shortened(message);
    }

    static AcsmpEnvelope success(String requestId, Object data) {
        return new AcsmpEnvelope(0, "success", requestId, data);
    }

    private static String shortened(String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }
}
