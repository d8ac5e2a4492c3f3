package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Every operation of TC609 by every role, and every member of its tables as it must not be; what is refused changes nothing. */
@InTurn
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class MonitoringMatrixIT {

    /** {@code ok}, or the number of annex C; two of them for somebody of the role in the reporter's organisation and in another. */
    private static final Matrix WHO_MAY = new Matrix("""
        operation                     | reporter | ADMINISTRATOR | OPERATOR | AUDITOR | PROVIDER | CONSUMER | DEVICE | PLATFORM | no token | ended
        GET /api/computePowerCenter   | ok       | ok            | ok       | ok      | ok       | ok       | 10003  | ok       | 10002    | 10002
        GET /api/project              | ok       | ok            | ok       | ok      | ok       | ok       | 10003  | ok       | 10002    | 10002
        GET /api/queryMonthReport     | ok       | ok            | ok       | ok      | ok       | ok       | 10003  | ok       | 10002    | 10002
        GET /api/queryOperationalData | ok       | ok            | ok/99999 | ok/99999 | ok/99999 | ok/99999 | 10003  | ok/99999 | 10002    | 10002
        GET /api/querySupervisionSystemData | ok | ok            | ok/99999 | ok/99999 | ok/99999 | ok/99999 | 10003 | ok/99999 | 10002   | 10002
        POST /api/computePowerCenter  | ok       | ok            | ok       | 10003   | ok       | 10003    | 10003  | ok       | 10002    | 10002
        POST /api/monthReport         | ok       | ok            | ok/99999 | 10003   | ok/99999 | 10003    | 10003  | ok/99999 | 10002    | 10002
        POST /api/project             | ok       | ok            | ok       | 10003   | ok       | 10003    | 10003  | ok       | 10002    | 10002
        POST /api/token               | ok       | ok            | ok       | ok      | ok       | ok       | ok     | ok       | ok       | ok
        PUT /api/computePowerCenter   | ok       | ok            | ok/99999 | 10003   | ok/99999 | 10003    | 10003  | ok/99999 | 10002    | 10002
        PUT /api/project              | ok       | ok            | ok/99999 | 10003   | ok/99999 | 10003    | 10003  | ok/99999 | 10002    | 10002
        """);

    private static final Map<Oddity, String> CODES = Map.of(
            Oddity.MISSING, "10005",
            Oddity.MISTYPED, "10004",
            Oddity.TOO_LONG, "99999",
            Oddity.INVALID, "99999",
            Oddity.OUT_OF_RANGE, "99999");

    private Contract contract;
    private StoredState state;
    private Reporter reporter;
    private Crowd crowd;
    private MonitoringCalls calls;

    @BeforeAll
    void open(Platform platform, ServerUnderTest server) {
        contract = new Contract(platform, "TC609");
        state = StoredState.ofRooms(server, List.of("energy", "reporting"), Set.of("sign_nonce"));
        reporter = new Reporter(platform);
        calls = new MonitoringCalls(reporter);
        crowd = new Crowd(
                platform,
                List.of(reporter.account.organisationId(), platform.freshOrganisation()),
                Map.of("reporter", platform.as(reporter.token)),
                platform.account(reporter.account.organisationId(), "PROVIDER"));
    }

    @AfterAll
    void leave() {
        if (crowd != null) {
            crowd.leave();
        }
    }

    @Test
    void noOperationIsForgotten() {
        assertThat(contract.operations())
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
        cases.stream()
                .filter(one -> !one.isAllowed())
                .forEach(one -> refused(checks, called(operation, one.visitor()), one.expected(), "", one.toString()));
        checks.assertThat(state.now()).isEqualTo(before);
        cases.stream()
                .filter(Matrix.Case::isAllowed)
                .forEach(one -> checks.assertThat(
                                called(operation, one.visitor()).status())
                        .as("%s %s", operation, one)
                        .isEqualTo(200));
        checks.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyMemberIsThereAndOfItsTypeAndLength(String operation) {
        JsonObject valid = calls.valid(operation);
        Map<String, String> before = state.now();
        SoftAssertions checks = new SoftAssertions();
        int tried = 0;
        for (Contract.Member member : contract.members(operation)) {
            for (Map.Entry<JsonObject, Oddity> odd : new OddMember(member, operation.startsWith("GET"))
                    .oddities(valid)
                    .entrySet()) {
                tried++;
                refused(
                        checks,
                        calls.call(reporter.calls, operation, odd.getKey()),
                        CODES.get(odd.getValue()),
                        member.name(),
                        odd.getKey().toString());
            }
        }
        checks.assertThat(tried).as(operation).isGreaterThan(operation.startsWith("GET") ? 1 : 5);
        checks.assertThat(state.now()).isEqualTo(before);
        checks.assertAll();
    }

    private Answer called(String operation, Visitor visitor) {
        return calls.call(new Signer(visitor), operation, calls.valid(operation));
    }

    /** In the standard's own words, and nothing else. */
    private static void refused(SoftAssertions checks, Answer answer, String code, String word, String what) {
        if (answer.status() / 100 != 4) {
            checks.fail("%s instead of %s %s for %.400s", answer, code, word, what);
            return;
        }
        JsonObject refusal = answer.json();
        checks.assertThat(refusal.keySet()).containsExactlyInAnyOrder("code", "msg");
        checks.assertThat(answer.failure()).as("%s for %.400s", answer, what).isEqualTo(code);
        checks.assertThat(answer.message()).isNotBlank().contains(word);
        checks.assertThat(answer.status()).as("%s", answer).isIn(statuses(code));
    }

    private static Set<Integer> statuses(String code) {
        return switch (code) {
            case "10001", "10002" -> Set.of(401);
            case "10003" -> Set.of(403);
            case "99999" -> Set.of(400, 404, 409);
            default -> Set.of(400);
        };
    }
}
