package org.computility.client.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The families of operations: how each wraps answers, words refusals and takes the token. */
public enum Family {
    /** T/BAX 0006.5. */
    ACSMP("Code", "Message", "Data", "0", "X-Auth-Token"),
    /** T/AI 123.8: bare objects. */
    NETWORK("errorCode", "errorMsg", null, null, "X-Auth-Token"),
    /** T/AI 123.12. */
    TRADING("code", "errorMsg", "data", "0", "X-Auth-Token"),
    /** TC609. */
    MONITORING("code", "msg", "data", "200", "token"),
    /** The platform's own: bare objects, refusals as RFC 9457. */
    PLATFORM("code", "detail", null, null, "X-Auth-Token");

    private final String code;
    private final String message;
    private final String data;
    private final String success;
    private final String tokenHeader;

    Family(String code, String message, String data, String success, String tokenHeader) {
        this.code = code;
        this.message = message;
        this.data = data;
        this.success = success;
        this.tokenHeader = tokenHeader;
    }

    public String tokenHeader() {
        return tokenHeader;
    }

    /** Whether calls carry a signature beside the token. */
    public boolean isSigned() {
        return this == MONITORING;
    }

    /** Whether a success is the data alone. */
    public boolean isBare() {
        return data == null;
    }

    /** Whether the envelope says so. */
    public boolean isSuccess(JsonObject envelope) {
        return success.equals(code(envelope, ""));
    }

    public JsonValue data(JsonObject envelope) {
        return envelope.getOrDefault(data, JsonValue.NULL);
    }

    /** The number or name of the failure, as a text. */
    public String code(JsonObject answer, String otherwise) {
        JsonValue value = answer.getOrDefault(code, JsonValue.NULL);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value == JsonValue.NULL ? otherwise : value.toString();
    }

    public String message(JsonObject answer, String otherwise) {
        return answer.getString(message, otherwise);
    }

    /** The request's number, where the answer itself says it. */
    public static String requestId(JsonObject answer, String otherwise) {
        return answer.getString("RequestID", answer.getString("requestId", otherwise));
    }
}
