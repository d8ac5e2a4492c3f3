package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;

/**
 * What every answer of T/AI 123.12 is wrapped in; all four members are always there. The standard names no codes, so
 * they are the project's own, built like the codes of T/BAX 0006.5.
 *
 * @param status the HTTP status
 * @param code {@code "0"}, or the failure's number
 * @param errorMsg empty on success
 * @param data empty where there is none
 */
@JsonbPropertyOrder({"status", "code", "errorMsg", "data"})
public record TradingEnvelope(int status, String code, String errorMsg, Object data) implements Envelope {

    static final Codes CODES = Codes.ofStatus("trading");
    static final Answers ANSWERS = new Wrapping();

    public TradingEnvelope {
        data = data == null ? Map.of() : data;
    }

    private static final class Wrapping implements Answers {

        @Override
        public boolean areBare() {
            return false;
        }

        @Override
        public Object success(int status, Object data, String requestId) {
            return new TradingEnvelope(status, "0", "", data);
        }

        @Override
        public Object refusal(Failure failure, String requestId) {
            return new TradingEnvelope(failure.status(), CODES.number(failure), failure.message(), null);
        }
    }
}
