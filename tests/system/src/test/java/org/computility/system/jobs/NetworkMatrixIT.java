package org.computility.system.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.matrix.AccessContract;
import org.computility.system.matrix.Contract;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.Oddity;
import org.computility.system.matrix.StoredState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Who may do what in the computing network: every operation of T/AI 123.8, asked for by the owner of the jobs, by every role of the owner's
 * organisation, of the organisation that runs the center, and of strangers, by nobody, with a token that has ended, and with a key for reading.
 * Then every member of every table missing, mistyped, too long, out of its bounds, with annex B's code.
 */
@OnTheServer
@InTurn
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class NetworkMatrixIT extends AccessContract {

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

    private static final int OPERATIONS = 15;

    private static final Map<Oddity, String> CODES = Map.of(
            Oddity.MISSING, "0203",
            Oddity.MISTYPED, "0201",
            Oddity.TOO_LONG, "0204",
            Oddity.INVALID, "0202",
            Oddity.OUT_OF_RANGE, "0204");

    private Visitor owner;
    private NetworkCalls calls;

    NetworkMatrixIT() {
        super(WHO_MAY, OPERATIONS);
    }

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
        if (calls != null) {
            calls.leave();
        }
    }

    @Override
    protected JsonObject valid(String operation) {
        return calls.valid(operation);
    }

    @Override
    protected boolean takesTexts(String operation) {
        return calls.takesTexts(operation);
    }

    @Override
    protected Answer call(String operation, Matrix.Case by) {
        return calls.call(by.visitor(), operation, calls.valid(operation));
    }

    @Override
    protected Answer call(String operation, JsonObject odd) {
        return calls.call(owner, operation, odd);
    }

    @Override
    protected void done(SoftAssertions checks, String operation, Matrix.Case by, Answer answer) {
        checks.assertThat(answer.status()).as("%s %s", by, answer.status()).isIn(200, 204);
        if (answer.status() / 100 == 2) {
            calls.done(operation, answer);
        }
    }

    /** A size with a sign is no number of bytes. */
    @Override
    protected String code(Contract.Member member, Oddity oddity) {
        return member.name().equals("size") && oddity == Oddity.OUT_OF_RANGE ? "0201" : CODES.get(oddity);
    }

    private String readingKey() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "reader")
                .add("scopes", Json.createArrayBuilder().add("READ"))
                .add("expiresAt", Instant.now().plusSeconds(3600).toString())
                .build();
        return owner.post("platform/v1/keys", wanted).expect(201).json().getString("key");
    }

    @Override
    protected void refused(SoftAssertions checks, Answer answer, String code, String word, String what) {
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
