package org.computility.system.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.computility.system.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: every operation of a standard, asked for by everybody in its matrix. Then every member of every table missing, mistyped, too long, out
 * of its bounds. What is refused changes nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessContract {

    private final Matrix whoMay;
    private final int operations;

    /** To be made before all tests. */
    protected Contract contract;

    /** To be made before all tests. */
    protected StoredState state;

    /** To be made before all tests. */
    protected Crowd crowd;

    /** @param operations how many the standard has */
    protected AccessContract(Matrix whoMay, int operations) {
        this.whoMay = whoMay;
        this.operations = operations;
    }

    /** A request that nothing is wrong with. */
    protected abstract JsonObject valid(String operation);

    /** Whether its members come in the query, as texts. */
    protected abstract boolean takesTexts(String operation);

    /** Sends a request that nothing is wrong with. */
    protected abstract Answer call(String operation, Matrix.Case by);

    /** Sends a request with something odd, for somebody who may. */
    protected abstract Answer call(String operation, JsonObject odd);

    /** What refuses such a member. */
    protected abstract String code(Contract.Member member, Oddity oddity);

    /** Checks an answer to somebody who may. */
    protected abstract void done(SoftAssertions checks, String operation, Matrix.Case by, Answer answer);

    /** Checks that it is that refusal, in the standard's own words, which name the member, and nothing else. */
    protected abstract void refused(SoftAssertions checks, Answer answer, String code, String member, String what);

    /** What else must be as before when a call was refused. */
    protected Object elsewhere() {
        return "nothing";
    }

    @AfterAll
    protected void disperse() {
        if (crowd != null) {
            crowd.leave();
        }
    }

    @Test
    protected void noOperationIsForgotten() {
        assertThat(contract.operations())
                .hasSize(operations)
                .containsExactlyInAnyOrderElementsOf(operations().toList());
    }

    protected Stream<String> operations() {
        return whoMay.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    protected void eachRoleMayDoWhatTheMatrixSays(String operation) {
        List<Matrix.Case> cases = whoMay.cases(operation, crowd);
        Map<String, String> before = state.now();
        Object around = elsewhere();
        SoftAssertions checks = new SoftAssertions();
        // First what is refused, while there is everything to gain by the call.
        cases.stream()
                .filter(one -> !one.isAllowed())
                .forEach(one -> refused(checks, call(operation, one), one.expected(), "", one.toString()));
        checks.assertThat(state.now()).isEqualTo(before);
        checks.assertThat(elsewhere()).isEqualTo(around);
        cases.stream()
                .filter(Matrix.Case::isAllowed)
                .forEach(one -> done(checks, operation, one, call(operation, one)));
        checks.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    protected void everyMemberIsThereAndOfItsTypeAndLength(String operation) {
        JsonObject valid = valid(operation);
        Map<String, String> before = state.now();
        SoftAssertions checks = new SoftAssertions();
        for (Contract.Member member : contract.members(operation)) {
            new OddMember(member, takesTexts(operation))
                    .oddities(valid)
                    .forEach((odd, oddity) ->
                            refused(checks, call(operation, odd), code(member, oddity), member.name(), odd.toString()));
        }
        checks.assertThat(state.now()).isEqualTo(before);
        checks.assertAll();
    }
}
