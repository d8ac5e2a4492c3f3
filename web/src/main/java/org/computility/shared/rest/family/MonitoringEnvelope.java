package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What the answers of TC609 are wrapped in.
 *
 * @param code 200, or the failure's number of annex C
 * @param msg why it failed
 * @param data absent where an operation returns nothing, and on failures
 */
@JsonbPropertyOrder({"code", "msg", "data"})
public record MonitoringEnvelope(int code, String msg, Object data) implements Envelope {

    static final Codes CODES = new Codes("monitoring", failure -> "99999");
    static final Answers ANSWERS = new Wrapping();

    private static final int SUCCESS = 200;

    private static final class Wrapping implements Answers {

        @Override
        public boolean areBare() {
            return false;
        }

        @Override
        public Object success(int status, Object data, String requestId) {
            return new MonitoringEnvelope(SUCCESS, "success", data);
        }

        @Override
        public Object refusal(Failure failure, String requestId) {
            return new MonitoringEnvelope(Integer.parseInt(CODES.number(failure)), failure.message(), null);
        }
    }
}
