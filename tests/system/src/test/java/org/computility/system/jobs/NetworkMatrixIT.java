package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.matrix.Contract;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.OddMember;
import org.computility.system.matrix.Oddity;
import org.computility.system.matrix.StoredState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what in the computing network: every operation of T/AI 123.8, asked for by the owner of the jobs, by every role of the owner's
 * organisation, of the organisation that runs the center, and of strangers, by nobody, with a token that has ended, and with a key for reading.
 * Then every member of every table missing, mistyped, too long, out of its bounds, with annex B's code.
 */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class NetworkMatrixIT {

    /**
     * {@code ok}, or annex B's number, else 1 and the status. Three of them where they differ: for somebody of the role in the owner's
     * organisation, in the center's, in a stranger's.
     */
    private static final Matrix WHO_MAY = new Matrix("""
            operation                                    | owner | reading key | ADMINISTRATOR | OPERATOR     | AUDITOR      | PROVIDER | CONSUMER | DEVICE | PLATFORM | no token | ended
            DELETE /trainjob/{id}                        | ok    | 1403        | ok            | ok/0240/0240 | 1403         | 0240     | 0240     | 1403   | 1403     | 0101     | 0101
            GET /centers                                 | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /datasets                                | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /resource/idle                           | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /resource/images                         | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /resource/specs                          | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /trainjob                                | ok    | ok          | ok            | ok           | ok           | ok       | ok       | 1403   | ok       | 0101     | 0101
            GET /trainjob/{id}                           | ok    | ok          | ok            | ok/0240/0240 | ok/0240/0240 | 0240     | 0240     | 1403   | 0240     | 0101     | 0101
            GET /trainjob/{id}/download                  | ok    | ok          | ok            | ok/0240/0240 | ok/0240/0240 | 0240     | 0240     | 1403   | 0240     | 0101     | 0101
            GET /trainjob/{id}/tasks/{taskId}/logs/url   | ok    | ok          | ok            | ok/0240/0240 | ok/0240/0240 | 0240     | 0240     | 1403   | 0240     | 0101     | 0101
            POST /auth/tokens                            | ok    | ok          | ok            | ok           | ok           | ok       | ok       | ok     | ok       | ok       | ok
            POST /datasets/upload                        | ok    | 1403        | ok            | ok           | 1403         | ok       | ok       | 1403   | 1403     | 0101     | 0101
            POST /onlineJob                              | ok    | 1403        | ok            | ok           | 1403         | ok       | ok       | 1403   | 1403     | 0101     | 0101
            POST /trainjob                               | ok    | 1403        | ok            | ok           | 1403         | ok       | ok       | 1403   | 1403     | 0101     | 0101
            POST /trainjob/{id}/stop                     | ok    | 1403        | ok            | ok/0240/0240 | 1403         | 0240     | 0240     | 1403   | 1403     | 0101     | 0101
            """);

    private static final Map<Oddity, String> CODES = Map.of(
            Oddity.MISSING, "0203",
            Oddity.MISTYPED, "0201",
            Oddity.TOO_LONG, "0204",
            Oddity.INVALID, "0202",
            Oddity.OUT_OF_RANGE, "0204");

    private Contract contract;
    private StoredState state;
    private Visitor owner;
    private Crowd crowd;
    private NetworkCalls calls;

    @BeforeAll
    void open(Platform platform, ServerUnderTest server) {
        TrainingGround ground = new TrainingGround(platform);
        contract = new Contract(platform, "T/AI 123.8");
        // Jobs run on by themselves: of them only what a call would do to them.
        state = new StoredState(
                server,
                Map.of(
                        "jobs",
                        "select count(*), coalesce(sum(hashtextextended(job_id::text || (status = 'STOPPED')::text, 0)), 0)"
                                + " from job where deleted_at is null",
                        "data sets",
                        StoredState.whole("data_set"),
                        "tokens",
                        "select count(*), 0 from access_token"));
        String partner = platform.freshOrganisation();
        platform.asAdmin()
                .patch(
                        "platform/v1/centers/" + ground.center(),
                        Json.createObjectBuilder().add("operatorId", partner).build())
                .expect(200);
        owner = ground.user();
        calls = new NetworkCalls(platform, ground, owner);
        crowd = new Crowd(
                platform,
                List.of(ground.organisation(), partner, platform.freshOrganisation()),
                Map.of("owner", owner, "reading key", platform.as(readingKey())),
                platform.account(ground.organisation(), "CONSUMER"));
    }

    @AfterAll
    void leave() {
        if (crowd != null) {
            crowd.leave();
        }
        if (calls != null) {
            calls.leave();
        }
    }

    @Test
    void noOperationIsForgotten() {
        assertThat(contract.operations())
                .hasSize(15)
                .containsExactlyInAnyOrderElementsOf(operations().toList());
    }

    static Stream<String> operations() {
        return WHO_MAY.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachRoleMayDoWhatTheMatrixSays(String operation) {
        List<Matrix.Case> cases = WHO_MAY.cases(operation, crowd);
        Map<String, String> before = state.now();
        SoftAssertions checks = new SoftAssertions();
        // First what is refused, while there is everything to gain by the call.
        cases.stream()
                .filter(one -> !one.isAllowed())
                .forEach(one -> refused(checks, called(operation, one), one.expected(), "", one.toString()));
        checks.assertThat(state.now()).isEqualTo(before);
        cases.stream().filter(Matrix.Case::isAllowed).forEach(one -> {
            Answer answer = called(operation, one);
            checks.assertThat(answer.status()).as("%s %s", one, answer.status()).isIn(200, 204);
            if (answer.status() / 100 == 2) {
                calls.done(operation, answer);
            }
        });
        checks.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyMemberIsThereAndOfItsTypeAndLength(String operation) {
        JsonObject valid = calls.valid(operation);
        Map<String, String> before = state.now();
        SoftAssertions checks = new SoftAssertions();
        for (Contract.Member member : contract.members(operation)) {
            new OddMember(member, calls.takesTexts(operation))
                    .oddities(valid)
                    .forEach((odd, oddity) -> refused(
                            checks,
                            calls.call(owner, operation, odd),
                            code(member, oddity),
                            member.name(),
                            odd.toString()));
        }
        checks.assertThat(state.now()).isEqualTo(before);
        checks.assertAll();
    }

    /** A size with a sign is no number of bytes. */
    private static String code(Contract.Member member, Oddity oddity) {
        return member.name().equals("size") && oddity == Oddity.OUT_OF_RANGE ? "0201" : CODES.get(oddity);
    }

    private Answer called(String operation, Matrix.Case one) {
        return calls.call(one.visitor(), operation, calls.valid(operation));
    }

    private String readingKey() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "reader")
                .add("scopes", Json.createArrayBuilder().add("READ"))
                .add("expiresAt", Instant.now().plusSeconds(3600).toString())
                .build();
        return owner.post("platform/v1/keys", wanted).expect(201).json().getString("key");
    }

    /** In the standard's own words, and nothing else. */
    private static void refused(SoftAssertions checks, Answer answer, String code, String word, String what) {
        if (answer.status() != status(code)) {
            checks.fail("%s instead of %s %s for %.400s", answer, code, word, what);
            return;
        }
        JsonObject refusal = answer.json();
        checks.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        checks.assertThat(refusal.keySet()).containsExactlyInAnyOrder("errorCode", "errorMsg");
        checks.assertThat(refusal.getString("errorCode"))
                .as("%s for %.400s", answer, what)
                .isEqualTo(code);
        checks.assertThat(refusal.getString("errorMsg")).isNotBlank().contains(word);
    }

    private static int status(String code) {
        if (code.startsWith("1")) {
            return Integer.parseInt(code.substring(1));
        }
        return code.startsWith("01") ? 401 : 400;
    }
}
