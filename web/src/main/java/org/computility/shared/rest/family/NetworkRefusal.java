package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A refusal of T/AI 123.8; success is the table's object bare. Annex B prints the HTTP status beside each number, so
 * this status is answered even where the cause alone would have another: an unknown training job is 400.
 *
 * @param errorCode of annex B; where the annex has none, 1 and the HTTP status
 */
@JsonbPropertyOrder({"errorCode", "errorMsg"})
public record NetworkRefusal(String errorCode, String errorMsg) implements Envelope {

    static final Codes CODES = new Codes("network", failure -> "1" + failure.status());

    static final Answers ANSWERS = new Answers() {
        @Override
        public int status(Failure failure) {
            return CODES.status(failure);
        }

        @Override
        public Object refusal(Failure failure, String requestId) {
            return new NetworkRefusal(CODES.number(failure), failure.message());
        }
    };
}
