package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** What A.8 to A.14 refuse, with the numbers of annex B. */
@OnTheServer
@InTurn
class JobRefusalsIT {

    private static final String NOBODY = "11111111-1111-4111-8111-111111111111";

    private final Platform platform;
    private final TrainingGround ground;
    private final Visitor user;

    JobRefusalsIT(Platform platform) {
        this.platform = platform;
        ground = new TrainingGround(platform);
        user = ground.user();
    }

    @Test
    void everyMemberMissing() {
        for (String member : new String[] {"jobName", "config"}) {
            refused("0203", member, job -> job.remove(member));
            refused("0203", member, job -> job.add(member, JsonValue.NULL));
        }
        refusedConfig("0203", "specId", config -> config.remove("specId"));
        refusedConfig("0203", "specId", config -> config.addNull("specId"));
        refusedConfig("0203", "specId", config -> config.add("specId", ""));
        refusedConfig("0220", "imageId", config -> config.remove("imageId"));
        refusedConfig("0220", "imageId", config -> config.add("imageId", ""));
        refusedConfig("0203", "command", config -> config.remove("command"));
    }

    @Test
    void everyMemberMistyped() {
        for (String member : new String[] {"jobName", "jobDesc", "config"}) {
            refused("0201", member, job -> job.add(member, 7));
        }
        for (String member : new String[] {"centerId", "specId", "imageId", "imageUrl", "command", "datasets"}) {
            refusedConfig("0201", member, config -> config.add(member, 7));
        }
        refusedConfig("0201", "centerId", config -> config.add("centerId", "text"));
        for (String member : new String[] {"nodeCount", "maxSeconds", "priority"}) {
            refusedConfig("0201", member, config -> config.add(member, Json.createArrayBuilder()));
            refusedConfig("0201", member, config -> config.add(member, 1.5));
        }
        refusedConfig("0201", "nodeCount", config -> config.add("nodeCount", "two"));
        refusedConfig(
                "0201",
                "centerId",
                config -> config.add("centerId", Json.createArrayBuilder().add(7)));
        assertThat(user.post("trainjob", "no JSON").json().getString("errorCode"))
                .isEqualTo("0201");
    }

    @Test
    void everyMemberTooLongOrOutOfRange() {
        refused("0206", "jobName", job -> job.add("jobName", ""));
        refused("0206", "jobName", job -> job.add("jobName", "x".repeat(65)));
        refused("0207", "jobDesc", job -> job.add("jobDesc", "水".repeat(257)));
        for (String member : new String[] {"specId", "imageId"}) {
            refusedConfig("0204", member, config -> config.add(member, "x".repeat(65)));
        }
        refusedConfig("0204", "command", config -> config.add("command", "x".repeat(65_537)));
        refusedConfig("0204", "imageUrl", config -> config.remove("imageId").add("imageUrl", "x".repeat(2049)));
        for (int nodes : new int[] {0, -1, 1001, Integer.MAX_VALUE}) {
            refusedConfig("0204", "nodeCount", config -> config.add("nodeCount", nodes));
        }
        refusedConfig("0204", "nodeCount", config -> config.add("nodeCount", 99_999_999_999L));
        refusedConfig("0204", "nodeCount", config -> config.add("nodeCount", "0"));
        refusedConfig("0204", "maxSeconds", config -> config.add("maxSeconds", 0));
        refusedConfig("0204", "priority", config -> config.add("priority", 10));
        for (String member : new String[] {"nodeCount", "maxSeconds", "priority"}) {
            for (int digits : new int[] {30, 5000}) {
                Answer answer = user.post(
                        "trainjob",
                        "{\"jobName\":\"long\",\"config\":{\"specId\":\"" + ground.spec() + "\",\"imageId\":\""
                                + ground.image() + "\",\"command\":\"true\",\"" + member + "\":" + "9".repeat(digits)
                                + "}}");
                Refusals.check(answer, 400, "0204", member);
            }
        }
        refusedConfig("0204", "config.budget", config -> config.add("budget", 0));
    }

    @Test
    void valuesThatCannotBe() {
        for (String name : new String[] {"a b", "水", "a.b", "a/b", "a\n"}) {
            refused("0205", "jobName", job -> job.add("jobName", name));
        }
        refusedConfig(
                "0210",
                "centerId",
                config -> config.add("centerId", Json.createArrayBuilder().add("nowhere")));
        refusedConfig("0211", "specId", config -> config.add("specId", "nothing"));
        refusedConfig("0221", "imageId", config -> config.add("imageId", "nothing"));
        refusedConfig("0202", "imageUrl", config -> config.add("imageUrl", "registry.example.org/x"));
        refusedConfig("0202", "imageUrl", config -> config.remove("imageId").add("imageUrl", "/etc"));
        refusedConfig(
                "0202",
                "datasets",
                config -> config.add("datasets", Json.createArrayBuilder().add(NOBODY)));
        refusedConfig(
                "0202",
                "centerId",
                config -> config.add(
                        "centerId",
                        Json.createArrayBuilder().add(ground.center()).add(ground.center())));
        assertThat(user.get("trainjob").json().getInt("totalSize"))
                .as("nothing came in")
                .isZero();
    }

    @Test
    void aMemberThatStandsTwice() {
        Answer answer = user.post("trainjob", "{\"jobName\":\"a\",\"jobName\":\"b\",\"config\":{}}");
        Refusals.check(answer, 400, "0202", "jobName");
        Refusals.check(
                user.post("trainjob", "{\"jobName\":\"a\",\"config\":{\"specId\":\"a\",\"specId\":\"b\"}}"),
                400,
                "0202",
                "config.specId");
        refusedConfig("0202", "config.budget", config -> config.add("budget", new BigDecimal("1.001")));
    }

    @Test
    void callersWhoMayNot() {
        JsonObject job = ground.wanted(platform.freshName("job"), "true", 1).build();
        Refusals.check(ground.strangers("AUDITOR").post("trainjob", job), 403, "1403", "CONSUMER");
        Answer anonymous = platform.anonymous().post("trainjob", job);
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.json().getString("errorCode")).isEqualTo("0101");
    }

    @Test
    void jobsAndTasksThatAreNot() {
        for (String id : new String[] {NOBODY, "7", "x".repeat(300)}) {
            Refusals.check(user.get("trainjob/" + id), 400, "0240", "id");
            Refusals.check(user.post("trainjob/" + id + "/stop"), 400, "0240", "id");
            Refusals.check(user.delete("trainjob/" + id), 400, "0240", "id");
            Refusals.check(user.get("trainjob/" + id + "/download"), 400, "0240", "id");
            Refusals.check(user.get("trainjob/" + id + "/tasks/7/logs/url?contentType=text/plain"), 400, "0240", "id");
        }
        Refusals.check(user.get("trainjob/7/tasks/7/logs/url"), 400, "0203", "contentType");
        Refusals.check(user.get("trainjob/7/tasks/7/logs/url?contentType=text/html"), 400, "0202", "contentType");
    }

    @Test
    void listsThatCannotBe() {
        Refusals.check(user.get("trainjob?pageSize=1001"), 400, "0204", "pageSize");
        Refusals.check(user.get("trainjob?page=0"), 400, "0204", "page");
        Refusals.check(user.get("trainjob?page=one"), 400, "0201", "page");
        Refusals.check(user.get("trainjob?page=" + "9".repeat(30)), 400, "0204", "page");
        Refusals.check(user.get("trainjob?centerId=zz"), 400, "0210", "centerId zz");
        Refusals.check(user.get("resource/specs?centerId=zz"), 400, "0210", "centerId zz");
        Refusals.check(user.get("trainjob?order=up"), 400, "0202", "order");
        Refusals.check(user.get("trainjob?sort=color"), 400, "0202", "sort");
        Refusals.check(user.get("trainjob?status=GONE"), 400, "0202", "status");
        Refusals.check(user.get("trainjob?createAfter=yesterday"), 400, "0202", "createAfter");
        Refusals.check(user.get("trainjob?centerId=" + "x".repeat(65)), 400, "0204", "centerId");
        user.get("trainjob?status=&page=&pageSize=&sort=&order=&centerId=&processor=&createAfter=&createBefore=")
                .expect(200);
    }

    private void refusedConfig(String code, String member, UnaryOperator<JsonObjectBuilder> change) {
        JsonObject config = change.apply(
                        Json.createObjectBuilder(ground.config("true", 1).build()))
                .build();
        refused(code, member, job -> job.add("config", config));
    }

    private void refused(String code, String member, Consumer<JsonObjectBuilder> change) {
        JsonObjectBuilder job = Json.createObjectBuilder(
                ground.wanted(platform.freshName("job"), "true", 1).build());
        change.accept(job);
        Refusals.check(user.post("trainjob", job.build()), 400, code, member);
    }
}
