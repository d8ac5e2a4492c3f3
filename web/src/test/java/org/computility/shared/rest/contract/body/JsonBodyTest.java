package org.computility.shared.rest.contract.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class JsonBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":null,\"b\":1}                            | {\"b\":1}",
                "{\"a\":{\"b\":null}}                            | {\"a\":{}}",
                "{\"a\":[{\"b\":null,\"c\":\"\"},[{\"d\":null}]]} | {\"a\":[{\"c\":\"\"},[{}]]}",
                "{\"a\":[null,\"\"]}                             | {\"a\":[null,\"\"]}"
            })
    void dropsMembersThatAreNullWhereverTheyStand(String body, String kept) throws IOException {
        JsonBody without = body(body).without(new AbsentMembers(false));

        assertThat(without.value()).hasToString(kept);
        assertThat(text(without)).isEqualTo(kept);
    }

    @Test
    void dropsEmptyTextsWhereTheySayNothing() throws IOException {
        JsonBody without = body("{\"a\":\"\",\"b\":{\"c\":[{\"d\":\"\",\"e\":\" \"}]},\"f\":[\"\"]}")
                .without(new AbsentMembers(true));

        assertThat(text(without)).isEqualTo("{\"b\":{\"c\":[{\"e\":\" \"}]},\"f\":[\"\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" {\"a\" : [ {\"b\": \"\"} , 1.0 ]}\r\n", "[1 ]", "\"text\"  ", "7 ", "{\"name\": \"北门\"}\n"})
    void handsOnTheBytesAsTheyCameWhereNothingIsDropped(String body) throws IOException {
        assertThat(text(body(body).without(new AbsentMembers(false)))).isEqualTo(body);
    }

    @Test
    void writesWholeNumbersPlainlyForBinders() throws IOException {
        assertThat(text(body("{\"a\":[1.0,{\"b\":2e1}],\"c\":0.50,\"d\":-3}").withPlainNumbers()))
                .isEqualTo("{\"a\":[1,{\"b\":20}],\"c\":0.50,\"d\":-3}");
        assertThat(text(body(" {\"c\":1.5} ").withPlainNumbers())).isEqualTo(" {\"c\":1.5} ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"x\\u0000y\",\"b\":[{\"c\\u0000\":\"\\ud800\"}]} | {\"a\":\"x\ufffdy\",\"b\":[{\"c\ufffd\":\"\ufffd\"}]}",
                "{\"a\":1e400,\"b\":-1e999999999,\"c\":1.50}           | {\"c\":1.50}",
                "{\"a\":[1e400,{\"b\":1e400}]}                        | {\"a\":[null,{}]}",
                "{\"a\":{\"b\":[\"\\u0000\"]}}                        | {\"a\":{\"b\":[\"\ufffd\"]}}",
                "\"\\u0000\"                                         | \"\ufffd\""
            })
    void cleansAwayWhatNoDatabaseHolds(String body, String cleaned) throws IOException {
        assertThat(text(body(body).cleaned())).isEqualTo(cleaned);
    }

    @Test
    void handsOnTheBytesAsTheyCameWhereNothingIsToBeCleaned() throws IOException {
        String body = " {\"a\" : \"\\\\u0000 \ud83d\ude00 \\t\", \"b\":[1.0 , null, true]}";

        assertThat(text(body(body).cleaned())).isEqualTo(body);
    }

    @Test
    void leavesOutWhatFollowsTheValueAsInTheExampleOfC9() throws IOException {
        assertThat(text(body("{\"name\" : \"北门\"},\n\"Status\":\"PENDING\"\n}\n")))
                .isEqualTo("{\"name\":\"北门\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}{}",
                "{} x",
                "{}}",
                "[],",
                "7 8",
                "{}, \"Status\":\"OFF\"}",
                "{}, \"Status\":\"PENDING\"}}",
                "{\"a\":1},\"b\":2}"
            })
    void refusesWhateverElseFollowsTheValue(String body) {
        refused(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":1}                     | a",
                "{\"a\":[{},{\"b\":{\"c\":1,\"c\":2}}]} | a[1].b.c",
                "[1,[{\"a\":null,\"b\":0,\"a\":1}]]      | [1][0].a",
                "{\"\\u0061\":1,\"a\":1}                | a"
            })
    void refusesAMemberThatStandsTwice(String body, String member) {
        assertThatThrownBy(() -> body(body)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("member-repeated");
            assertThat(refusal.member()).isEqualTo(member);
        });
    }

    @Test
    void theSameMemberMayStandInSeveralObjects() throws IOException {
        String body = "{\"a\":[{\"a\":1},{\"a\":1}],\"b\":{\"a\":{\"a\":2}}}";

        assertThat(text(body(body))).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,}", "nothing"})
    void refusesWhatIsNoJson(String body) {
        refused(body);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        refused("{\"a\":".repeat(2000) + "1" + "}".repeat(2000));
    }

    private static void refused(String body) {
        assertThatThrownBy(() -> body(body))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("body-not-json"));
    }

    private static JsonBody body(String text) {
        return JsonBody.read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String text(JsonBody body) throws IOException {
        return new String(body.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
