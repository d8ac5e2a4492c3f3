package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.computility.shared.JsonSupport;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryShapesTest {

    private static final JsonObject DESCRIPTION =
            JsonSupport.JSON.createReader(new java.io.StringReader("""
            {"paths": {"/things/{id}": {
                 "parameters": [{"name": "id", "in": "path", "schema": {"type": "integer"}},
                                {"name": "owner", "in": "query", "required": true, "schema": {"type": "string"}}],
                 "get": {"parameters": [
                     {"name": "size", "in": "query", "x-refused-as": "size-invalid", "schema": {"type": "integer", "maximum": 9}},
                     {"name": "number", "in": "query", "schema": {"type": "integer", "format": "int64"}},
                     {"name": "old", "in": "query", "schema": {"type": "boolean"}},
                     {"name": "colour", "in": "query", "schema": {"$ref": "#/components/schemas/Colour"}},
                     {"$ref": "#/components/parameters/Name"}]}}},
             "components": {
                 "parameters": {"Name": {"name": "name", "in": "query", "schema": {"type": "string", "maxLength": 3, "pattern": "^[a-z]*$"}}},
                 "schemas": {"Colour": {"type": "string", "enum": ["red", "blue", "DARK"]}}}}
            """)).readObject();

    private final QueryShapes queries = new QueryShapes(DESCRIPTION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner=me",
                "owner=me&size=9&number=12345678901&old=false&colour=red&name=abc",
                "owner=me&colour=DARK",
                "owner=me&colour=dark",
                "owner=me&size=&number=&old=&colour=&name=",
                "owner=me&sizes=10&id=x"
            })
    void whatIsDeclaredPassesAndEmptyIsAbsentAndTheUndeclaredIsIgnored(String query) {
        assertThatCode(() -> check(query)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "size=1, member-missing, owner",
        "owner=, member-missing, owner",
        "owner=me&size=many, member-type, size",
        "owner=me&size=12345678901, size-invalid, size",
        "owner=me&number=12345678901234567890, member-out-of-range, number",
        "owner=me&size=10, size-invalid, size",
        "owner=me&number=1.5, member-type, number",
        "owner=me&old=yes, member-type, old",
        "owner=me&colour=green, member-invalid, colour",
        "owner=me&colour=RED, member-invalid, colour",
        "owner=me&name=abcd, member-too-long, name",
        "owner=me&name=A, member-invalid, name"
    })
    void whatIsNotAsDeclaredIsRefusedByName(String query, String code, String member) {
        refuses(query, code, member);
    }

    @Test
    void theCharacterZeroIsRefusedByName() {
        refuses("owner=a\0b", "member-invalid", "owner");
    }

    private void refuses(String query, String code, String member) {
        assertThatThrownBy(() -> check(query)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }

    private void check(String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        queries.check("GET /things/{}", parameters);
    }
}
