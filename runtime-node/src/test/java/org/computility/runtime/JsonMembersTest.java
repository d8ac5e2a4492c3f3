package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's object read member by member: what is taken, and how the rest is refused. */
class JsonMembersTest {

    @Test
    void anAbsentMemberAndANullOneAreTheSame() throws Exception {
        JsonMembers members = members("{\"a\":null}");

        for (String name : List.of("a", "b")) {
            assertThat(members.has(name)).isFalse();
            assertThat(members.text(name, "other")).isEqualTo("other");
            assertThat(members.number(name, 0, 1, 7)).isEqualTo(7);
            assertThat(members.texts(name)).isEmpty();
            assertThat(members.groups(name)).isEmpty();
            assertThat(members.httpAddresses(name)).isEmpty();
            assertThat(members.group(name).has("x")).isFalse();
            assertRefused(() -> members.text(name), name + " is missing");
            assertRefused(() -> members.httpAddress(name), name + " is missing");
            assertRefused(() -> members.integer(name, 1, 2), name + " is a whole number from 1 to 2");
        }
    }

    @Test
    void textsHaveABound() throws Exception {
        String longest = "供".repeat(4096);

        assertThat(members("{\"a\":\"" + longest + "\"}").text("a")).isEqualTo(longest);
        assertRefused(
                () -> members("{\"a\":\"" + longest + "x\"}").text("a"), "a is a text of at most 4096 characters");
        assertRefused(() -> members("{\"a\":\"\"}").text("a"), "a is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[]", "{}", "[\"x\"]"})
    void whatIsNoTextIsNotTakenForOne(String value) {
        assertRefused(() -> members("{\"a\":" + value + "}").text("a", "other"), "a is a text");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0.5", "1e0, 1", "5e-1, 0.5", "-0, 0", "1e-400, 0"})
    void aNumberIsTakenInItsRangeHoweverItIsWritten(String written, double value) throws Exception {
        assertThat(members("{\"a\":" + written + "}").number("a", 0, 1, 7)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "1.001", "1e400", "-1e400", "\"0.5\"", "true", "[0.5]"})
    void aNumberBeyondItIsRefused(String written) {
        assertRefused(() -> members("{\"a\":" + written + "}").number("a", 0, 1, 7), "a is a number from 0.0 to 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "1.5", "1e400", "\"5\"", "99999999999999999999999", "null", "true"})
    void aWholeNumberIsOneInItsRange(String written) {
        assertRefused(() -> members("{\"a\":" + written + "}").integer("a", 1, 10), "a is a whole number from 1 to 10");
    }

    @Test
    void listsHaveABound() throws Exception {
        String most = "\"x\",".repeat(9_999) + "\"x\"";

        assertThat(members("{\"a\":[" + most + "]}").texts("a")).hasSize(10_000);
        assertRefused(() -> members("{\"a\":[" + most + ",\"x\"]}").texts("a"), "a is a list of at most 10000 entries");
        assertRefused(() -> members("{\"a\":{}}").texts("a"), "a is a list");
        assertRefused(() -> members("{\"a\":[1]}").texts("a"), "a is a list of texts");
        assertRefused(() -> members("{\"a\":[null]}").groups("a"), "a is a list of objects");
    }

    @Test
    void aComplaintSaysThePath() throws Exception {
        JsonMembers inner = members("{\"a\":{\"b\":[{},{\"c\":{\"d\":7}}]}}")
                .group("a")
                .groups("b")
                .get(1)
                .group("c");

        assertRefused(() -> inner.text("d"), "a.b[1].c.d is a text");
        assertThat(inner.invalid("e", "is odd")).hasMessage("a.b[1].c.e is odd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://h", "HTTPS://h:65535/p?q#f", "http://[::1]:80/", "http://u:p@h/", "http://1.2.3.4/"})
    void anAddressIsHttpWithAHost(String address) throws Exception {
        assertThat(members("{\"a\":\"" + address + "\"}").httpAddress("a")).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h",
                "//h/",
                "http:",
                "http:h",
                "http:///p",
                "http://h:65536/",
                "http://h:99999999999/",
                "http://a b/",
                "http://h/%zz",
                "file:///p",
                "jar:http://h!/",
                "http://",
                "http://h\\u0000/",
                "javascript:alert(1)"
            })
    void anythingElseIsNone(String address) {
        assertRefused(() -> members("{\"a\":\"" + address + "\"}").httpAddress("a"), "a is an http or https address");
    }

    @Test
    void textIsAnObjectOrNothing() {
        assertThat(JsonText.object("{\"a\":1}")).isPresent();
        for (String wrong :
                List.of("", "null", "[]", "{", "{\"a\":}", "[".repeat(100_000), "{\"a\":".repeat(100_000))) {
            assertThat(JsonText.object(wrong)).as("%.20s", wrong).isEmpty();
            assertThat(JsonText.object(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as("%.20s", wrong)
                    .isEmpty();
        }
        assertThat(JsonText.object("{\"供\":1}".getBytes(StandardCharsets.UTF_16)))
                .as("JSON says by its first bytes which Unicode it is")
                .isPresent();
    }

    private static JsonMembers members(String json) {
        return new JsonMembers(JsonText.object(json).orElseThrow());
    }

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(((Refusal) e).status()).isEqualTo(400));
    }
}
