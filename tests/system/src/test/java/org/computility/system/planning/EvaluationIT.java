package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.computility.system.planning.WatchedGate.candidates;
import static org.computility.system.planning.WatchedGate.event;
import static org.computility.system.planning.WatchedGate.events;
import static org.computility.system.planning.WatchedGate.wanted;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clause 6.4: two services look at the same camera, and what was there is known. */
@InTurn
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationIT {

    private static final String PATH = "platform/v1/evaluations";

    private Platform platform;
    private WatchedGate gate;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        gate = new WatchedGate(platform);
    }

    @AfterAll
    void close() {
        gate.close();
    }

    @Test
    void candidatesAreComparedExactlyAndKept() {
        JsonObject made = make(wanted(gate.first(), gate.second(), gate.idle()).build())
                .expect(201)
                .json();

        assertThat(made.getString("clock")).isEqualTo("WALL");
        assertThat(made.getInt("events")).isEqualTo(3);
        JsonObject one = candidate(made, 0);
        counts(one, 4, 4, 2, 1, 1, 1);
        shares(one, 0.666667, 0.666667, 0.666667);
        assertThat(one.getInt("rank")).isEqualTo(2);
        assertThat(one.getJsonArray("algoDefCodes").getString(0))
                .isEqualTo(gate.workshop().algorithm().capability());
        JsonObject other = candidate(made, 1);
        counts(other, 3, 4, 3, 0, 1, 0);
        shares(other, 0.75, 1, 0.857143);
        assertThat(other.getInt("rank")).isEqualTo(1);
        JsonObject none = candidate(made, 2);
        counts(none, 0, 0, 0, 0, 0, 3);
        assertThat(none.getJsonNumber("recall").doubleValue()).isZero();
        assertThat(none.keySet())
                .doesNotContain("precision", "f1", "rank", "medianDelaySeconds", "findingsPerHour", "runs", "ends");
        assertThat(none.getJsonArray("services")).isEmpty();

        String id = made.getString("id");
        gate.secondFindsMore();
        assertThat(gate.workshop().operator().get(PATH + "/" + id).expect(200).json())
                .isEqualTo(made);
        assertThat(gate.workshop().operator().get(PATH).expect(200).json().getJsonArray("items"))
                .contains(made);
        assertThat(gate.workshop().operator().delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(gate.workshop().operator().get(PATH + "/" + id).failure()).isEqualTo("evaluation-unknown");
    }

    @Test
    void whatItTookStandsBeside() {
        JsonObject made =
                make(wanted(gate.first(), gate.second()).build()).expect(201).json();

        JsonObject one = candidate(made, 0);
        assertThat(one.getInt("runs")).isEqualTo(1);
        assertThat(one.getJsonObject("ends"))
                .isEqualTo(Json.createObjectBuilder().add("STOPPED", 1).build());
        assertThat(one.getJsonArray("services"))
                .containsExactly(Json.createObjectBuilder()
                        .add("serviceId", gate.service())
                        .add("computeCode", gate.workshop().node().code())
                        .build());
        double hours = one.getJsonNumber("runningSeconds").doubleValue() / 3600;
        assertThat(one.getJsonNumber("findingsPerHour").doubleValue() * hours).isCloseTo(4, within(0.01));
        JsonObject other = candidate(made, 1);
        assertThat(other.getJsonObject("ends")).as("it runs").isEmpty();
        JsonObject used = other.getJsonArray("services").getJsonObject(0);
        assertThat(used.getString("serviceId")).isEqualTo(gate.otherService());
        assertThat(used.getString("accelerator")).isEqualTo("NVIDIA-T4");
        assertThat(used.getJsonNumber("acceleratorMemoryUsed").doubleValue()).isEqualTo(5);
        assertThat(used.containsKey("acceleratorMemory")).isFalse();
        List<Double> delays = gate.delays(gate.first());
        assertThat(one.getJsonNumber("medianDelaySeconds").doubleValue()).isCloseTo(delays.get(1), within(1e-6));
        assertThat(one.getJsonNumber("p95DelaySeconds").doubleValue()).isCloseTo(delays.get(3), within(1e-6));
    }

    @Test
    void aFileIsJudgedByItsOwnTime() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "file")
                .add("candidates", candidates(gate.file()))
                .add(
                        "truth",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("mediaFrom", 3)
                                        .add("mediaTo", 4.25)))
                .build();

        JsonObject made = make(wanted).expect(201).json();

        assertThat(made.getString("clock")).isEqualTo("MEDIA");
        assertThat(made.keySet()).doesNotContain("from", "to", "type");
        counts(candidate(made, 0), 1, 1, 1, 0, 0, 0);
        shares(candidate(made, 0), 1, 1, 1);
        assertThat(candidate(made, 0).containsKey("medianDelaySeconds")).isFalse();
    }

    @Test
    void nobodyElseEvaluatesOrSeesIt() {
        String id = make(wanted(gate.first()).build()).expect(201).json().getString("id");
        Visitor stranger = visitor(platform.freshOrganisation(), "OPERATOR");
        Visitor auditor = visitor(gate.workshop().account().organisationId(), "AUDITOR");

        assertThat(stranger.get(PATH + "/" + id).failure()).isEqualTo("evaluation-unknown");
        assertThat(stranger.delete(PATH + "/" + id).failure()).isEqualTo("evaluation-unknown");
        assertThat(stranger.get(PATH).expect(200).json().getInt("total")).isZero();
        refused(stranger.post(PATH, wanted(gate.first()).build()), "instance-invalid", "candidates[0].instanceIds[0]");
        assertThat(auditor.get(PATH + "/" + id).status()).isEqualTo(200);
        assertThat(auditor.delete(PATH + "/" + id).failure()).isEqualTo("role-missing");
        assertThat(auditor.post(PATH, wanted(gate.first()).build()).failure()).isEqualTo("role-missing");
        assertThat(platform.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void aRefusalNamesTheMember() {
        refused(make(wanted(gate.first(), gate.first()).build()), "member-invalid", "candidates[1].instanceIds[0]");
        refused(
                make(wanted(gate.first(), UUID.randomUUID().toString()).build()),
                "instance-invalid",
                "candidates[1].instanceIds[0]");
        refused(make(wanted("seventeen").build()), "member-invalid", "candidates[0].instanceIds[0]");
        refused(
                make(wanted(gate.first())
                        .add("truth", Json.createArrayBuilder())
                        .build()),
                "member-invalid",
                "truth");
        refused(make(wanted(gate.first()).add("truth", events(10_001)).build()), "member-invalid", "truth");
        make(wanted(gate.first()).add("truth", events(10_000)).build()).expect(201);
        String[] nine = Collections.nCopies(9, gate.first()).toArray(String[]::new);
        refused(make(wanted(nine).build()), "member-invalid", "candidates");
        refused(
                make(wanted(gate.first())
                        .add(
                                "truth",
                                Json.createArrayBuilder()
                                        .add(event(0, 10, 0.1))
                                        .add(Json.createObjectBuilder().add("mediaFrom", 1)))
                        .build()),
                "member-invalid",
                "truth[1].mediaFrom");
        refused(
                make(wanted(gate.first())
                        .add("truth", Json.createArrayBuilder().add(event(10, 0, 0.1)))
                        .build()),
                "member-invalid",
                "truth[0].to");
        refused(make(wanted(gate.first()).add("from", "yesterday").build()), "member-type", "from");
        assertThat(gate.workshop().operator().get(PATH + "/x").failure()).isEqualTo("member-type");
    }

    private Visitor visitor(String organisation, String role) {
        Platform.Account account = platform.account(organisation, role);
        return platform.as(platform.login(account.username(), account.password()));
    }

    private Answer make(JsonObject wanted) {
        return gate.workshop().operator().post(PATH, wanted);
    }

    private static JsonObject candidate(JsonObject evaluation, int place) {
        return evaluation.getJsonArray("candidates").getJsonObject(place);
    }

    private static void counts(
            JsonObject candidate, int results, int findings, int matched, int repeated, int unfounded, int missed) {
        assertThat(List.of("results", "findings", "matched", "repeated", "unfounded", "missed"))
                .extracting(candidate::getInt)
                .as(candidate.toString())
                .containsExactly(results, findings, matched, repeated, unfounded, missed);
    }

    private static void shares(JsonObject candidate, double... shares) {
        assertThat(List.of("precision", "recall", "f1"))
                .extracting(share -> candidate.getJsonNumber(share).doubleValue())
                .containsExactly(shares[0], shares[1], shares[2]);
    }

    private static void refused(Answer answer, String code, String member) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.failure()).isEqualTo(code);
        assertThat(answer.json().getString("member")).isEqualTo(member);
    }
}
