package org.computility.system.reporting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.computility.system.Answer;

/** One call of every operation of TC609, each on something that it can act on. */
final class MonitoringCalls {

    private static final String INVESTMENT = "{\"projectStatus\":3,\"totalInvestment\":42000,\"completedInvestment\":1,"
            + "\"startDate\":\"2025/03/01\",\"plannedCompletionDate\":\"2027/03/01\",\"plannedRacks\":1,"
            + "\"plannedComputingPower\":1}";

    private final Reporter reporter;
    private final int project;
    private final int center;

    MonitoringCalls(Reporter reporter) {
        this.reporter = reporter;
        project = reporter.project(reporter.freshName("项目"));
        center = reporter.center(reporter.freshName("中心"), "");
    }

    /** What the operation takes: the body, or the query of a GET; a new one each time. */
    JsonObject valid(String operation) {
        return switch (operation) {
            case "POST /api/token" ->
                Json.createObjectBuilder()
                        .add("username", reporter.account.username())
                        .add("password", reporter.account.password())
                        .build();
            case "POST /api/project" -> reporter.project(reporter.freshName("新项目"), INVESTMENT);
            case "PUT /api/project" ->
                Json.createObjectBuilder()
                        .add("id", project)
                        .add("investment", Reporter.object(INVESTMENT))
                        .build();
            case "POST /api/computePowerCenter" -> reporter.centerNamed(reporter.freshName("新中心"), "");
            case "PUT /api/computePowerCenter" ->
                Json.createObjectBuilder()
                        .add("id", center)
                        .add("projectId", "")
                        .add("longitude", 107.5)
                        .add("latitude", 35)
                        .add("type", 1)
                        .build();
            case "GET /api/queryOperationalData" ->
                Json.createObjectBuilder().add("centerId", center).build();
            case "POST /api/monthReport" ->
                Reporter.object(
                        "{\"centerId\":" + center + ",\"reportMonth\":\"2025-10\",\"supply\":{},\"application\":{},"
                                + "\"power\":{\"pue\":1.25},\"security\":{\"securityServices\":[\"等保三级\"]}}");
            case "GET /api/querySupervisionSystemData" ->
                Json.createObjectBuilder().add("centerId", center).build();
            default -> JsonValue.EMPTY_JSON_OBJECT;
        };
    }

    Answer call(Signer caller, String operation, JsonObject given) {
        String[] parts = operation.split(" /");
        return parts[0].equals("GET")
                ? caller.get(parts[1] + query(given))
                : caller.call(parts[0], parts[1], given.toString());
    }

    private static String query(JsonObject given) {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(member -> member.getKey() + "="
                                + URLEncoder.encode(text(member.getValue()), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
