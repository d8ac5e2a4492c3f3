package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

    private final Shapes shapes = new Shapes((JsonObject) json("""
            {"components":{"schemas":{
              "Plan":{"type":"object","required":["Name","Rules"],"properties":{
                "Name":{"type":"string","minLength":1,"maxLength":4},
                "Count":{"type":"integer","minimum":1},
                "Mark":{"type":"string","minLength":1},
                "Mode":{"type":"string","enum":["A","B"]},
                "Code":{"type":"string","pattern":"^[0-9]{3}$"},
                "Rules":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Rule"}},
                "Either":{"oneOf":[{"$ref":"#/components/schemas/Rule"},
                  {"type":"array","items":{"$ref":"#/components/schemas/Rule"}}]}}},
              "Search":{"type":"object","properties":{"PageRequest":{"type":"object"},"PageSize":{"type":"integer"}}},
              "Rule":{"type":"object","required":["ID"],"properties":{"ID":{"type":"string"},"a/b":{"type":"boolean"}}}
            }}}"""));

    @Test
    void namesWhereTheMembersOfAPageBelong() {
        assertThatThrownBy(() -> shapes.check("Search", json("{\"PageNumber\":2}")))
                .isInstanceOf(Rejected.class)
                .hasMessage("PageNumber is not valid: it stands in PageRequest.");
        assertThatCode(() -> shapes.check("Search", json("{\"PageSize\":2,\"PageRequest\":{\"PageNumber\":1}}")))
                .doesNotThrowAnyException();
    }

    @Test
    void aBodyThatFitsPasses() {
        assertThatCode(() -> check("{'Name':'n','Rules':[{'ID':'1'}],'Count':1,'Mode':'A','Code':'123','Other':true}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Rules':[{'ID':'1'}]}                                  | member-missing  | Name",
                "{'Name':'','Rules':[{'ID':'1'}]}                        | member-missing  | Name",
                "{'Name':5,'Rules':[{'ID':'1'}]}                         | member-type     | Name",
                "{'Name':'12345','Rules':[{'ID':'1'}]}                   | member-too-long | Name",
                "{'Name':'n','Rules':[]}                                 | member-invalid  | Rules",
                "{'Name':'n','Rules':{}}                                 | member-type     | Rules",
                "{'Name':'n','Rules':[{'ID':'1'},{}]}                    | member-missing  | Rules[1].ID",
                "{'Name':'n','Rules':[{'ID':'1','a/b':1}]}               | member-type     | Rules[0].a/b",
                "{'Name':'n','Rules':[{'ID':'1'}],'Count':0}             | member-invalid  | Count",
                "{'Name':'n','Rules':[{'ID':'1'}],'Count':1.5}           | member-type     | Count",
                "{'Name':'n','Rules':[{'ID':'1'}],'Count':'1'}           | member-type     | Count",
                "{'Name':'n','Rules':[{'ID':'1'}],'Mode':'C'}            | member-invalid  | Mode",
                "{'Name':'n','Rules':[{'ID':'1'}],'Code':'12'}           | member-invalid  | Code",
                "{'Name':'n','Rules':[{'ID':'1'}],'Either':{'ID':1}}     | member-type     | Either.ID",
                "{'Name':'n','Rules':[{'ID':'1'}],'Either':[{'ID':'1'},{}]} | member-missing | Either[1].ID",
                "{'Name':'a\\u0000','Rules':[{'ID':'1'}]}                | member-invalid  | Name",
                "{'Name':'n','Rules':[{'ID':'1','Free':{'\\u0000':1}}]}  | member-invalid  | Rules[0].Free",
                "{'Name':'n','Rules':[{'ID':'1','Free':[1e309]}]}        | member-invalid  | Rules[0].Free[0]",
                "{'Name':'n','Rules':[{'ID':'1'}],'Count':1e200000}      | member-invalid  | Count",
                "{'Name':'n','Rules':[{'ID':'1'}],'Free':-1e999999999}   | member-invalid  | Free",
                "{'Name':'n','Rules':[{'ID':'1'}],'Free':1e-200000}      | member-invalid  | Free",
                "{'Name':'n','Rules':[{'ID':'1'}],'a/b':'x\ud800'}      | member-invalid  | a/b",
                "{'Name':'n','Rules':[{'ID':'1'}],'Free':{'\udc00':1}}  | member-invalid  | Free",
                "{'Name':'n','Rules':[{'ID':'1'}],'Mark':''}             | member-missing  | Mark",
                "[]                                                      | member-type     | body",
                "'text'                                                  | member-type     | body"
            })
    void namesTheCodeAndTheMember(String body, String code, String member) {
        assertThatThrownBy(() -> check(body)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
            assertThat(refusal.getMessage()).startsWith(member + " ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.7976931348623157e308", "-4.9e-324", "12345678901234567890123", "0e5", "'\\ud840\\udc0b'"})
    void whatADatabaseHoldsPasses(String value) {
        assertThatCode(() -> check("{'Name':'n','Rules':[{'ID':'1'}],'Free':" + value + "}"))
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatAnOptionalTextIsEmptyAndARequiredOneMissing() {
        assertThatThrownBy(() -> check("{'Name':'n','Rules':[{'ID':'1'}],'Mark':''}"))
                .hasMessage("Mark is empty: leave it out, or give a value.");
        assertThatThrownBy(() -> check("{'Name':'','Rules':[{'ID':'1'}]}")).hasMessage("Name is missing.");
    }

    @Test
    void lengthsCountCodePoints() {
        assertThatCode(() -> check("{'Name':'𠀋𠀋𠀋𠀋','Rules':[{'ID':'1'}]}")).doesNotThrowAnyException();
    }

    private void check(String body) {
        shapes.check("Plan", json(body.replace('\'', '"')));
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
