package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.computility.shared.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas and masks of rules: what no node could use is refused where it comes in, by its member. */
class RuleAreaShapeTest {

    private static final String P = "{'PointX':0,'PointY':1}";
    private static final String RULE = "AlgoTaskInfos[0].RulesParams[0].";

    private final Shapes shapes = new Shapes(ApiDescription.read());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Areas':[],'Masks':[]}",
                "{'Areas':[{'AreaID':0,'AreaType':'POLYGON','Points':[P,P,P]}]}",
                "{'Areas':[{'AreaType':'LINE','Points':[P,P]}]}",
                "{'Masks':[{'Points':[P,P,P]}]}"
            })
    void whatSomeNodeMayUseFits(String rule) {
        assertThatCode(() -> check(rule)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Areas':[{'Points':[P,P,P]}]}                          | member-missing | Areas[0].AreaType",
                "{'Areas':[{'AreaType':'POLYGON'}]}                      | member-missing | Areas[0].Points",
                "{'Areas':[{'AreaType':'LINE'}]}                         | member-missing | Areas[0].Points",
                "{'Areas':[{'AreaType':'POLYGON','Points':[P,P]}]}       | member-invalid | Areas[0].Points",
                "{'Areas':[{'AreaType':'POLYGON','Points':{}}]}          | member-type    | Areas[0].Points",
                "{'Areas':[{'AreaType':7,'Points':[P,P,P]}]}             | member-type    | Areas[0].AreaType",
                "{'Areas':[{'AreaType':'POLYGON','Points':[P,P,{'PointX':0}]}]} | member-missing | Areas[0].Points[2].PointY",
                "{'Masks':[{'Points':[P,P]}]}                            | member-invalid | Masks[0].Points",
                "{'Masks':[{'AreaType':'POLYGON'}]}                      | member-missing | Masks[0].Points"
            })
    void whatNoNodeCouldUseIsRefusedByItsMember(String rule, String code, String member) {
        assertThatThrownBy(() -> check(rule)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(RULE + member);
        });
    }

    /** The branch of a choice that was not taken is no fault. */
    @ParameterizedTest
    @ValueSource(strings = {"{'AreaType':'POLYGON','Points':[P,P,P]}", "{'AreaType':'LINE','Points':[P,P]}"})
    void aGoodAreaTakesNoBlameForAnotherMember(String area) {
        assertThatThrownBy(() -> check("{'Areas':[" + area + "],'EventID':7}"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo(RULE + "EventID"));
    }

    private void check(String rule) {
        String body = "{'TaskID':1,'AlgoTaskInfos':[{'AlgoDefCode':'X','RulesParams':[" + rule.replace("P,", P + ",")
                + "]}]}";
        shapes.check(
                "CreateTaskInstancesRequest", json(body.replace("P]", P + "]").replace('\'', '"')));
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
