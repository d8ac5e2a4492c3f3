package org.computility.identity.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.computility.shared.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthMethodTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"password\"", "[\"password\"]"})
    void aTextAndAListAreTaken(String json) {
        assertThatCode(() -> AuthMethod.requirePassword(value(json))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "7, member-type",
                "{}, member-type",
                "[7], member-type",
                "\"sms\", member-invalid",
                "[], member-invalid",
                "`[\"password\",\"sms\"]`, member-invalid"
            })
    void nothingElseIs(String json, String code) {
        assertThatThrownBy(() -> AuthMethod.requirePassword(value(json)))
                .isInstanceOf(Rejected.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private static JsonValue value(String json) {
        try (var reader = Json.createReader(new StringReader("[" + json + "]"))) {
            JsonArray one = reader.readArray();
            return one.get(0);
        }
    }
}
