package org.computility.system.results;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Results in and out. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsIT {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    private Platform platform;
    private Workshop workshop;
    private long plan;
    private String instance;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        workshop = new Workshop(platform, 4);
        plan = workshop.create(workshop.periodic(1));
        instance = workshop.plan(plan)
                .getJsonArray("AlgoTaskInfos")
                .getJsonObject(0)
                .getString("ID");
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void storesOnceFindsAndShowsAResult() {
        String id = UUID.randomUUID().toString();
        JsonObject result = result(id).build();
        assertThat(deliver(result).expect(200).json().getInt("accepted")).isEqualTo(1);
        assertThat(deliver(result).expect(200).json().getInt("repeated")).isEqualTo(1);

        JsonObject found = workshop.operator()
                .get("platform/v1/results?planId=" + plan + "&instanceId=" + instance)
                .expect(200)
                .json();
        assertThat(found.getInt("total")).isEqualTo(1);
        JsonObject one =
                workshop.operator().get("platform/v1/results/" + id).expect(200).json();
        assertThat(one.getJsonObject("data").getString("type")).isEqualTo("ALERT");
        assertThat(workshop.operator()
                        .get("platform/v1/results/" + id + "/image")
                        .expect(200)
                        .body())
                .isEqualTo(JPEG);
        assertThat(workshop.operator()
                        .get("platform/v1/results?to=2020-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void refusesWhatWillNeverBeRightAndNamesTheElement() {
        String id = UUID.randomUUID().toString();
        refused(result(id).remove("sequence"), "results[0].sequence");
        refused(result(id).add("id", "x"), "results[0].id");
        refused(result(id).add("taskInstanceId", UUID.randomUUID().toString()), "results[0].taskInstanceId");
        refused(result(id).add("computeCode", "11010800005020999999"), "results[0].computeCode");
        refused(result(id).add("time", "yesterday"), "results[0].time");
        refused(
                result(id)
                        .add(
                                "image",
                                Json.createObjectBuilder()
                                        .add("content", Base64.getEncoder().encodeToString(new byte[9]))),
                "results[0].image.content");
        assertThat(workshop.operator().get("platform/v1/results/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void takesResultsOfNodesOnly() {
        JsonObject body = Json.createObjectBuilder()
                .add(
                        "results",
                        Json.createArrayBuilder().add(result(UUID.randomUUID().toString())))
                .build();
        assertThat(workshop.operator().post("platform/v1/results", body).status())
                .isEqualTo(403);
        assertThat(platform.anonymous().post("platform/v1/results", body).status())
                .isEqualTo(401);
    }

    private void refused(JsonObjectBuilder result, String member) {
        Answer answer = deliver(result.build());
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getString("member")).isEqualTo(member);
    }

    private Answer deliver(JsonObject result) {
        return platform.as(workshop.nodeToken())
                .post(
                        "platform/v1/results",
                        Json.createObjectBuilder()
                                .add("results", Json.createArrayBuilder().add(result))
                                .build());
    }

    private JsonObjectBuilder result(String id) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("taskInstanceId", instance)
                .add("computeCode", workshop.node().code())
                .add("algoDefCode", workshop.algorithm().capability())
                .add("sequence", 1)
                .add("time", Instant.now().toString())
                .add("data", Json.createObjectBuilder().add("type", "ALERT").add("score", 0.9))
                .add(
                        "image",
                        Json.createObjectBuilder()
                                .add("contentType", "image/jpeg")
                                .add("content", Base64.getEncoder().encodeToString(JPEG)));
    }
}
