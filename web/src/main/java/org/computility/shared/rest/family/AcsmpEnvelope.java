package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What every answer of T/BAX 0006.5 is wrapped in. The standard names no numbers, so they are the project's own: HTTP status
 * × 100 + n, one per cause.
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
        @JsonbProperty("Data") Object data)
        implements Envelope {

    static final Codes CODES = Codes.ofStatus("acsmp");
    static final Answers ANSWERS = new Wrapping();

    static final String SUCCESS = "success";

    private static final int LONGEST_MESSAGE = 1024;

    public AcsmpEnvelope {
        message = shortened(message);
    }

    private static String shortened(String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }

    private static final class Wrapping implements Answers {

        @Override
        public boolean areBare() {
            return false;
        }

        @Override
        public Object success(int status, Object data, String requestId) {
            return data instanceof Remark remark
                    ? new AcsmpEnvelope(0, remark.words(), requestId, null)
                    : new AcsmpEnvelope(0, SUCCESS, requestId, data);
        }

        @Override
        public Object refusal(Failure failure, String requestId) {
            return new AcsmpEnvelope(Integer.parseInt(CODES.number(failure)), failure.message(), requestId, null);
        }
    }
}
