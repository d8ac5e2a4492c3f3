package org.computility.system.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Overlap;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SideBySide;
import org.computility.system.Sketch;
import org.computility.system.Workshop;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Streams are held to what an authorization server tells, whatever state that server is in. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicenceQuotasIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Platform platform;

    @BeforeAll
    void open(Platform served) {
        platform = served;
    }

    @SideBySide
    void ofThreeThatStartAtOnceTwoRunAndTheThirdSaysWhyItWaits() {
        try (Workshop workshop = new Workshop(platform, 10);
                AuthorizationServer server = new AuthorizationServer(workshop.node()::running)) {
            server.allow(2);
            register(workshop, server.address());
            workshop.load(1);
            assertThat(told(workshop).data()).containsAllEntriesOf(Sketch.object("{'QuotaUsed':0,'QuotaTotal':2}"));
            long plan = workshop.create(workshop.periodic(3));

            assertThat(AtOnce.send(ids(workshop, plan, "PAUSED").stream()
                            .map(id -> (Callable<Answer>) () -> send(workshop, "Start", id))
                            .toList()))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));

            await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);
            await().atMost(SOON).until(() -> reason(workshop, plan).contains("allow 2 streams"));
            String waits = ids(workshop, plan, "PENDING").get(0);
            assertThat(reason(workshop, plan)).contains(workshop.algorithm().capability());
            assertThat(placement(workshop, waits)).contains("NO_LICENCE", "\"kind\":\"LICENCE\"");
            assertThat(capability(workshop)).containsAllEntriesOf(Sketch.object("{'Quota':2,'AppliedQuota':2}"));
            assertThat(told(workshop).data()).containsAllEntriesOf(Sketch.object("{'QuotaUsed':2,'QuotaTotal':2}"));

            send(workshop, "Stop", ids(workshop, plan, "RUNNING").get(0)).expect(200);
            await().atMost(SOON).until(() -> ids(workshop, plan, "RUNNING").contains(waits));
            assertThat(Overlap.most(workshop.node().runs())).isEqualTo(2);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        }
    }

    @SideBySide
    void neitherALowerQuotaNorNonsenseNorSilenceEndsOrStartsAnything() {
        try (Workshop workshop = new Workshop(platform, 10);
                AuthorizationServer server = new AuthorizationServer(() -> 0)) {
            server.allow(3);
            register(workshop, server.address());
            workshop.load(1);
            told(workshop).expect(200);
            long plan = workshop.create(workshop.periodic(4).add("AutoStart", true));
            await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == 3);

            server.allow(1);
            server.answerAfter(Duration.ofMillis(500));
            told(workshop).expect(200);
            send(workshop, "Stop", ids(workshop, plan, "RUNNING").get(0)).expect(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reason(workshop, plan)).contains("allow 1 streams", "and 2 run"));
            assertThat(workshop.node().running()).isEqualTo(2);

            Map<String, byte[]> nonsense = Map.of(
                    "odd bytes",
                    new byte[] {(byte) 0xff, 0, (byte) 0xc3, '{'},
                    "nothing",
                    new byte[0],
                    "another's quota",
                    bytes("{'AlgoDefCode':'X','QuotaUsed':0,'QuotaTotal':9}"),
                    "no number",
                    bytes("{'AlgoDefCode':'" + workshop.algorithm().capability() + "','QuotaUsed':0,'QuotaTotal':'9'}"),
                    "deep",
                    "[".repeat(10_000).getBytes(StandardCharsets.US_ASCII),
                    "too much",
                    new byte[5_000_000]);
            server.allow(9);
            nonsense.forEach((name, body) -> {
                server.say(200, body);
                Answer answer = told(workshop);
                assertThat(answer.code()).as("%s: %s", name, answer).isEqualTo(50202);
            });
            server.say(503, bytes("{'Code':1}"));
            Refusals.check(told(workshop), 50202, "answers 503");
            server.fallSilent();
            Refusals.check(told(workshop), 50402, server.address());

            assertThat(capability(workshop)).containsAllEntriesOf(Sketch.object("{'Quota':1,'AppliedQuota':2}"));
            assertThat(workshop.node().runs()).as("nothing was started").hasSize(3);
            assertThat(workshop.node().running()).isEqualTo(2);

            server.allow(3);
            told(workshop).expect(200);
            await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == 3);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        }
    }

    @SideBySide
    void whereTheServerIsDeadWhatWaitsNamesItAndStartsOnceAnotherTells() {
        try (Workshop workshop = new Workshop(platform, 10);
                AuthorizationServer server = new AuthorizationServer(() -> 0)) {
            String dead = "127.0.0.1:" + TestSettings.freePort();
            int number = register(workshop, dead);
            workshop.load(1);
            long plan = workshop.create(workshop.periodic(1).add("AutoStart", true));
            await().atMost(SOON).until(() -> reason(workshop, plan).contains(dead + " does not answer"));
            assertThat(reason(workshop, plan)).contains("POST /ACSMP/AuthServer", "POST /ACSMP/License");

            server.allow(1);
            workshop.operator()
                    .put("ACSMP/AuthServer/" + number, said(server.address()))
                    .expect(200);

            await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == 1);
            assertThat(server.asked(workshop.algorithm().capability())).isPositive();
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        }
    }

    private static int register(Workshop workshop, String address) {
        return Integer.parseInt(workshop.operator()
                .post("ACSMP/AuthServer", said(address))
                .dataValue()
                .toString());
    }

    private static JsonObject said(String address) {
        return Json.createObjectBuilder()
                .add("Server", address)
                .add("Provider", "COMPUTILITY")
                .add("Default", true)
                .build();
    }

    /** D.6. */
    private static Answer told(Workshop workshop) {
        return workshop.operator()
                .get("ACSMP/AuthServer/Quota/" + workshop.algorithm().capability());
    }

    /** A.6. */
    private static JsonObject capability(Workshop workshop) {
        return workshop.operator()
                .get("ACSMP/AlgoDef/" + workshop.algorithm().capability())
                .data();
    }

    private static Answer send(Workshop workshop, String command, String instance) {
        JsonObject body = Json.createObjectBuilder()
                .add("IDs", Json.createArrayBuilder().add(instance))
                .build();
        return workshop.operator().post("ACSMP/TaskInstances/" + command, body);
    }

    private static String placement(Workshop workshop, String instance) {
        return workshop.operator()
                .get("platform/v1/planning/instances/" + instance + "/placement")
                .expect(200)
                .text();
    }

    /** What the first waiting instance says; empty: nothing, or none waits. */
    private static String reason(Workshop workshop, long plan) {
        return instances(workshop, plan, "PENDING").stream()
                .map(instance -> instance.getString("Message", ""))
                .findFirst()
                .orElse("");
    }

    private static List<String> ids(Workshop workshop, long plan, String status) {
        return instances(workshop, plan, status).stream()
                .map(instance -> instance.getString("ID"))
                .toList();
    }

    private static List<JsonObject> instances(Workshop workshop, long plan, String status) {
        JsonObject search = Json.createObjectBuilder()
                .add("TaskID", plan)
                .add("Status", status)
                .build();
        return workshop.operator()
                .post("ACSMP/TaskInstances/Search", search)
                .data()
                .getJsonArray("PageContent")
                .getValuesAs(JsonObject.class);
    }

    private static byte[] bytes(String sketch) {
        return Sketch.text(sketch).getBytes(StandardCharsets.UTF_8);
    }
}
