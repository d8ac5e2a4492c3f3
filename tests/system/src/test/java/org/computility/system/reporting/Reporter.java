package org.computility.system.reporting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import org.computility.system.Platform;

/** Somebody who reports, logged in as TC609 has it, and what such a one says. */
final class Reporter {

    final Platform.Account account;
    final String token;
    final Signer calls;

    private final Platform platform;

    Reporter(Platform platform) {
        this(platform, platform.freshOrganisation());
    }

    Reporter(Platform platform, String organisation) {
        this(platform, organisation, "PROVIDER");
    }

    Reporter(Platform platform, String organisation, String role) {
        this.platform = platform;
        account = platform.account(organisation, role);
        JsonObject credentials = Json.createObjectBuilder()
                .add("username", account.username())
                .add("password", account.password())
                .build();
        token = platform.anonymous()
                .post("api/token", credentials)
                .expect(200)
                .json()
                .getString("token");
        calls = new Signer(platform.as(token));
    }

    /** The id of a new project. */
    int project(String name) {
        return id("api/project", project(name, "{\"projectStatus\":3,\"totalInvestment\":42000}"));
    }

    /** The id of a new center. */
    int center(String name, String projectId) {
        return id("api/computePowerCenter", centerNamed(name, projectId));
    }

    int id(String path, JsonObject wanted) {
        return Integer.parseInt(calls.post(path, wanted).expect(200).json().getString("data"));
    }

    JsonObject project(String name, String investment) {
        return Json.createObjectBuilder()
                .add("projectName", name)
                .add("province", "620000")
                .add("clusterId", "9")
                .add("hubId", "17")
                .add("investment", object(investment))
                .build();
    }

    JsonObject centerNamed(String name, String projectId) {
        return Json.createObjectBuilder(object("{\"description\":\"一期\",\"clusterId\":\"9\",\"longitude\":107.643631,"
                        + "\"latitude\":35.709077,\"province\":\"620000\",\"city\":\"621000\",\"type\":1,"
                        + "\"productionDate\":\"2025/10/29\",\"hubId\":\"17\"}"))
                .add("name", name)
                .add("projectId", projectId)
                .build();
    }

    String freshName(String beginning) {
        return platform.freshName(beginning);
    }

    static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The same with that member. */
    static JsonObjectBuilder with(JsonObject object, String member, String value) {
        return Json.createObjectBuilder(object).add(member, value);
    }
}
