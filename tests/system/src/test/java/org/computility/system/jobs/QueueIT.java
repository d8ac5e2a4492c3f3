package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Organisations share a center: who is assured of it, who borrows it, and who gets it back. */
@InTurn
@OnTheServer
class QueueIT {

    private static final String SHARES = "platform/v1/jobs/shares/";

    private final Platform platform;
    private final Visitor admin;

    QueueIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
    }

    @Test
    void whatWasBorrowedGoesBackAndTheBorrowerRunsAgain() {
        TrainingGround ground = new TrainingGround(platform);
        int cores = cores(ground.center());
        Assumptions.assumeTrue(cores > 1, "needs two cores");
        Visitor borrower = userWithOneCore();
        Visitor assured = userWithOneCore();

        String old = ground.create(borrower, platform.freshName("old"), "sleep 300", 1);
        TrainingGround.awaitStatus(borrower, old, "RUNNING");
        String young = create(borrower, ground, "rest", "sleep 10", rest(cores - 1));
        TrainingGround.awaitStatus(borrower, young, "RUNNING");
        assertThat(attempt(borrower, young, 0).getJsonObject("placement").getBoolean("borrowed"))
                .isTrue();

        String entitled = ground.create(assured, platform.freshName("entitled"), "sleep 3", 1);
        TrainingGround.awaitStatus(borrower, young, "PENDING");
        assertThat(story(borrower, young).getString("reason"))
                .startsWith("ended for organisation ")
                .endsWith(", which was assured of what it borrowed");
        TrainingGround.awaitStatus(assured, entitled, "RUNNING");
        assertThat(TrainingGround.status(borrower, old)).isEqualTo("RUNNING");

        TrainingGround.awaitStatus(assured, entitled, "SUCCEEDED");
        TrainingGround.awaitStatus(borrower, young, "SUCCEEDED");
        assertThat(attempt(borrower, young, 0).getString("state")).isEqualTo("CANCELLED");
        assertThat(attempt(borrower, young, 1).getString("state")).isEqualTo("COMPLETED");
        borrower.post("trainjob/" + old + "/stop").expect(200);
    }

    @Test
    void administratorsSetSharesAndOperatorsSeeTheirOwn() {
        String organisation = platform.freshOrganisation();
        JsonObject quota = Json.createObjectBuilder()
                .add("cores", 4)
                .add("accelerators", 0)
                .build();
        JsonObject share =
                Json.createObjectBuilder().add("weight", 3).add("quota", quota).build();
        Answer set = admin.put(SHARES + organisation, share);
        assertThat(set.expect(200).json().getInt("weight")).isEqualTo(3);
        assertThat(set.json().getJsonObject("quota")).isEqualTo(quota);

        Platform.Account account = platform.account(organisation, "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));
        JsonObject list = operator.get("platform/v1/jobs/shares").expect(200).json();
        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(list.getJsonArray("items").getJsonObject(0).getString("organisationId"))
                .isEqualTo(organisation);
        assertThat(operator.put(SHARES + organisation, share).status()).isEqualTo(403);
        assertThat(operator.delete(SHARES + organisation).status()).isEqualTo(403);

        admin.delete(SHARES + organisation).expect(204);
        Refusals.check(admin.delete(SHARES + organisation), 404, "queue-share-unknown", "organisationId");
        assertThat(operator.get("platform/v1/jobs/shares").expect(200).json().getInt("total"))
                .isZero();
    }

    @Test
    void whatIsNoShareIsRefused() {
        String organisation = platform.freshOrganisation();
        JsonObject share = Json.createObjectBuilder().add("weight", 1).build();
        Refusals.check(admin.put(SHARES + "7", share), 400, "member-type", "organisationId");
        Answer unknown = admin.put(SHARES + UUID.randomUUID(), share);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.failure()).isEqualTo("organisation-unknown");
        for (int weight : List.of(0, 1001)) {
            JsonObject wrong = Json.createObjectBuilder().add("weight", weight).build();
            Refusals.check(admin.put(SHARES + organisation, wrong), 400, "member-invalid", "weight");
        }
        JsonObject less = Json.createObjectBuilder()
                .add("quota", Json.createObjectBuilder().add("cores", -1))
                .build();
        assertThat(admin.put(SHARES + organisation, less).status()).isEqualTo(400);
    }

    private int cores(String center) {
        return admin.get("platform/v1/centers/" + center)
                .expect(200)
                .json()
                .getJsonObject("capacity")
                .getJsonArray("nodes")
                .getJsonObject(0)
                .getInt("cores");
    }

    private Visitor userWithOneCore() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "CONSUMER");
        admin.put(
                        SHARES + account.organisationId(),
                        Json.createObjectBuilder()
                                .add("quota", Json.createObjectBuilder().add("cores", 1))
                                .build())
                .expect(200);
        return platform.as(platform.login(account.username(), account.password()));
    }

    /** A spec of so many cores of this machine. */
    private String rest(int cores) {
        String id = platform.freshName("rest").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").matches("aarch64|arm64") ? "ARM" : "X86";
        admin.post(
                        "platform/v1/specs",
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("name", "The rest")
                                .add(
                                        "cpu",
                                        Json.createObjectBuilder()
                                                .add("arch", arch)
                                                .add("cores", cores))
                                .add(
                                        "memory",
                                        Json.createObjectBuilder()
                                                .add("size", 64)
                                                .add("unit", "MiB"))
                                .build())
                .expect(201);
        return id;
    }

    private String create(Visitor user, TrainingGround ground, String name, String command, String spec) {
        return user.post(
                        "trainjob",
                        Json.createObjectBuilder()
                                .add("jobName", platform.freshName(name))
                                .add("jobDesc", "A job of a test")
                                .add("config", ground.config(command, 1).add("specId", spec))
                                .build())
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
    }

    private static JsonObject story(Visitor user, String id) {
        return user.get("platform/v1/jobs/" + id).expect(200).json();
    }

    private static JsonObject attempt(Visitor user, String id, int index) {
        return story(user, id)
                .getJsonArray("tasks")
                .getJsonObject(0)
                .getJsonArray("attempts")
                .getJsonObject(index);
    }
}
