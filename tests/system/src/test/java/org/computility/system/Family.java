package org.computility.system;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Set;

/** The families of URIs, and what their answers look like in print. */
public enum Family {
    /** T/BAX 0006.5. */
    ACSMP("Code", "Message", "Data", "0", "ACSMP"),
    /** T/AI 123.8: bare objects. */
    NETWORK("errorCode", "errorMsg", null, null, "auth centers resource datasets trainjob onlineJob"),
    /** T/AI 123.12. */
    TRADING(
            "code",
            "errorMsg",
            "data",
            "0",
            "registerData publishData publishDatasets queryPublishedData revokePublishedData registerDemand publishDemand"
                    + " queryPublishedDemand revokeDemand confirmDemand queryDemandForSettlement settlement"
                    + " querySettlement deliver queryDeliverResult deliverDatasets updateLicenses v1"),
    /** TC609. */
    MONITORING("code", "msg", "data", "200", "api"),
    /** Everything else: bare objects, refusals as RFC 9457. */
    PLATFORM("code", "detail", null, null, "platform");

    private final String code;
    private final String message;
    private final String data;
    private final String success;
    private final Set<String> roots;

    Family(String code, String message, String data, String success, String roots) {
        this.code = code;
        this.message = message;
        this.data = data;
        this.success = success;
        this.roots = Set.of(roots.split(" "));
    }

    /** That of the URI with this path. */
    static Family of(String path) {
        String root = path.replaceFirst("^/", "").replaceFirst("[/?].*", "");
        return Arrays.stream(values())
                .filter(family -> family.roots.contains(root))
                .findFirst()
                .orElse(PLATFORM);
    }

    /** The header that the standard prints for the token. */
    String tokenHeader() {
        return this == MONITORING ? "token" : "X-Auth-Token";
    }

    /** The failure's number or name, as a text; that of a success is the envelope's. */
    String code(JsonObject answer) {
        JsonValue value = answer.get(code);
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }

    String message(JsonObject answer) {
        return answer.getString(message);
    }

    boolean isSuccess(int status, JsonObject answer) {
        return status / 100 == 2 && (success == null || success.equals(code(answer)));
    }

    /** What the envelope holds; the answer itself where there is none. */
    JsonValue data(JsonObject answer) {
        return data == null ? answer : answer.get(data);
    }
}
