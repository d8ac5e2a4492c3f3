package org.computility.system.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The job that deletes old results, started by hand. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurgeResultsIT {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    private Platform platform;
    private Findings findings;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        findings = new Findings(platform);
    }

    @AfterAll
    void close() {
        findings.close();
    }

    @Test
    void resultsOlderThanThatGoAndYoungerOnesStay() {
        JsonObject older = aged(Duration.ofDays(41));
        JsonObject old = aged(Duration.ofDays(30).plusHours(1));
        JsonObject young = aged(Duration.ofDays(30).minusHours(1));
        findings.deliver(older, old, young, aged(Duration.ZERO)).expect(200);
        assertThat(findings.search("").expect(200).json().getInt("total")).isEqualTo(4);

        JsonObject run = purge("P30D");

        assertThat(run.getString("status")).isEqualTo("COMPLETED");
        assertThat(run.getJsonNumber("progressPercent").doubleValue()).isEqualTo(100);
        JsonObject facts = run.getJsonObject("progressFacts");
        assertThat(facts.getInt("deleted")).isGreaterThanOrEqualTo(2);
        assertThat(facts.getInt("read")).isEqualTo(facts.getInt("deleted") + facts.getInt("kept"));
        assertThat(facts.getInt("days")).isGreaterThanOrEqualTo(1);
        assertThat(findings.search("").expect(200).json().getInt("total")).isEqualTo(2);
        assertThat(get(young).status()).isEqualTo(200);
        assertThat(get(old).status()).isEqualTo(404);
        assertThat(findings.workshop()
                        .operator()
                        .get("platform/v1/results/" + older.getString("id") + "/image")
                        .status())
                .isEqualTo(404);

        // The day was dropped with its results; a node may still deliver some of it.
        findings.deliver(older).expect(200);
        assertThat(get(older).status()).isEqualTo(200);
    }

    @InTurn
    @Test
    void aRunIsThePlatformsOwn() {
        JsonObject run = purge("P100Y");

        String path = RUNS + "/" + run.getInt("id");
        assertThat(run.containsKey("organisationId")).isFalse();
        assertThat(run.getJsonObject("parameters"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("atOnce", "1000")
                        .add("olderThan", "P100Y")
                        .build());
        assertThat(findings.workshop().operator().get(path).status()).isEqualTo(404);
    }

    @InTurn
    @Test
    void refusesWhatIsNoStartAndNamesTheMember() {
        refused(start(wanted("purge-everything")), 404, "job-unknown", "jobName");
        refused(start(wanted("run-inspection")), 404, "job-unknown", "jobName");
        refused(start(wanted("purge-results", "olderThan", "soon")), 400, "member-invalid", "parameters.olderThan");
        refused(start(wanted("purge-results", "olderThan", "P0D")), 400, "member-invalid", "parameters.olderThan");
        refused(start(wanted("purge-results", "atOnce", "0")), 400, "member-invalid", "parameters.atOnce");
        refused(start(wanted("purge-results", "newerThan", "P1D")), 400, "member-invalid", "parameters.newerThan");
        refused(start(wanted("")), 400, "member-missing", "jobName");
        refused(platform.asAdmin().post(RUNS, Json.createObjectBuilder().build()), 400, "member-missing", "jobName");
        refused(
                platform.asAdmin()
                        .post(
                                RUNS,
                                Json.createObjectBuilder()
                                        .add("jobName", "purge-results")
                                        .add(
                                                "parameters",
                                                Json.createObjectBuilder().add("atOnce", 5))
                                        .build()),
                400,
                "member-type",
                "parameters.atOnce");
    }

    @InTurn
    @Test
    void administratorsStartJobsAndNobodyElse() {
        JsonObject wanted = wanted("purge-results");
        assertThat(platform.anonymous().post(RUNS, wanted).status()).isEqualTo(401);
        assertThat(findings.workshop().operator().post(RUNS, wanted).status()).isEqualTo(403);
        Platform.Account auditor = platform.account(platform.freshOrganisation(), "AUDITOR");
        Visitor asAuditor = platform.as(platform.login(auditor.username(), auditor.password()));
        assertThat(asAuditor.post(RUNS, wanted).status()).isEqualTo(403);
    }

    private JsonObject aged(Duration age) {
        return findings.result()
                .add("time", Instant.now().minus(age).toString())
                .add(
                        "image",
                        Json.createObjectBuilder()
                                .add("content", Base64.getEncoder().encodeToString(JPEG)))
                .build();
    }

    private Answer get(JsonObject result) {
        return findings.workshop().operator().get("platform/v1/results/" + result.getString("id"));
    }

    /** The run, once it has ended. */
    private JsonObject purge(String olderThan) {
        JsonObject begun = start(wanted("purge-results", "olderThan", olderThan))
                .expect(201)
                .json();
        String path = RUNS + "/" + begun.getInt("id");
        return await().atMost(PATIENCE)
                .until(() -> platform.asAdmin().get(path).expect(200).json(), run -> run.containsKey("endedAt"));
    }

    private Answer start(JsonObject wanted) {
        return platform.asAdmin().post(RUNS, wanted);
    }

    private static JsonObject wanted(String job) {
        return Json.createObjectBuilder().add("jobName", job).build();
    }

    private static JsonObject wanted(String job, String parameter, String value) {
        return Json.createObjectBuilder()
                .add("jobName", job)
                .add("parameters", Json.createObjectBuilder().add(parameter, value))
                .build();
    }

    private static void refused(Answer answer, int status, String code, String member) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().getString("code")).as("%s", answer).isEqualTo(code);
        assertThat(answer.json().getString("member")).as("%s", answer).isEqualTo(member);
    }
}
