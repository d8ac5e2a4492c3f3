package org.computility.shared.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What every answer of T/BAX 0006.5 is wrapped in.
 *
 * @param code 0, or the failure's number
 * @param data absent where an operation returns nothing, and on failures
 */
@JsonbPropertyOrder({"code", "message", "requestId", "data"})
public record AcsmpEnvelope(
        @JsonbProperty("Code") int code,
        @JsonbProperty("Message") String message,
        @JsonbProperty("RequestID") String requestId,
        @JsonbProperty("Data") Object data) {

    static AcsmpEnvelope success(String requestId, Object data) {
        return new AcsmpEnvelope(0, "success", requestId, data);
    }
}
