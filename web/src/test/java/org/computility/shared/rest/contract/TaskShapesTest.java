package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every AlgoTaskInfo is held against its schema, in whatever form the tables and examples let it come. */
class TaskShapesTest {

    private static final Shapes SHAPES = new Shapes(ApiDescription.read());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'AlgoTaskInfos':[{'Priority':9}]",
                "'AlgoTaskInfos':{'Priority':9}",
                "'AlgoTaskInfos':{'RestartPolicy':'ALWAYS','TaskInfo':{'Priority':9},'Status':'PENDING'}",
                "'AlgoTaskInfos':[],'InspectionPlan':{'TaskInfo':{'Priority':9}}",
                "'InspectionPlan':{'TaskInfo':[{'Priority':9},{'TaskInfo':{'Labels':{}}}]}"
            })
    void takesOneOrSeveralBareOrWrapped(String members) {
        assertThatCode(() -> check("TaskCreateRequest", plan(members))).doesNotThrowAnyException();
        assertThatCode(() -> check("TaskUpdateRequest", "{" + members + "}")).doesNotThrowAnyException();
    }

    @Test
    void refusesABlankName() {
        assertThatThrownBy(() -> check("TaskUpdateRequest", "{'Name':' \\t '}"))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith("Name is not valid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'AlgoTaskInfos':{'Priority':10}                        | member-invalid  | AlgoTaskInfos.Priority",
                "'AlgoTaskInfos':[{'Priority':'high'}]                  | member-type     | AlgoTaskInfos[0].Priority",
                "'AlgoTaskInfos':[{'TaskInfo':{'Priority':10}}]         | member-invalid  | AlgoTaskInfos[0].TaskInfo.Priority",
                "'AlgoTaskInfos':[{'TaskInfo':7}]                       | member-type     | AlgoTaskInfos[0].TaskInfo",
                "'AlgoTaskInfos':7                                      | member-type     | AlgoTaskInfos",
                "'AlgoTaskInfos':[7]                                    | member-type     | AlgoTaskInfos[0]",
                "'InspectionPlan':{'TaskInfo':{'Labels':'north'}}       | member-type     | InspectionPlan.TaskInfo.Labels",
                "'InspectionPlan':{'TaskInfo':[{'RulesParams':[{'Areas':[{'Points':[{'PointX':1}]}]}]}]} | member-missing | InspectionPlan.TaskInfo[0].RulesParams[0].Areas[0].Points[0].PointY",
                "'InspectionPlan':{'TaskInfo':[{'TaskInfo':{'Priority':-1}}]} | member-invalid | InspectionPlan.TaskInfo[0].TaskInfo.Priority",
                "'InspectionPlan':{'TaskInfo':'one'}                    | member-type     | InspectionPlan.TaskInfo"
            })
    void namesTheMemberInsideEveryForm(String members, String code, String member) {
        refused("TaskCreateRequest", plan(members), code, member);
        refused("TaskUpdateRequest", "{" + members + "}", code, member);
    }

    @Test
    void saysThatTooManyAreTooManyThoughOneAloneWouldBeAnObject() {
        String many = "'AlgoTaskInfos':[" + "{},".repeat(10_000) + "{}]";
        refused("TaskCreateRequest", plan(many), "member-invalid", "AlgoTaskInfos");
    }

    @Test
    void holdsAWrappedChangeAgainstTheSameMembers() {
        refused("AlgoTaskInfo", "{'TaskInfo':{'Priority':10}}", "member-invalid", "TaskInfo.Priority");
        refused(
                "CreateTaskInstancesRequest",
                "{'TaskID':1,'AlgoTaskInfos':[{'TaskInfo':{'DeviceID':7}}]}",
                "member-type",
                "AlgoTaskInfos[0].TaskInfo.DeviceID");
    }

    private static void refused(String shape, String body, String code, String member) {
        assertThatThrownBy(() -> check(shape, body)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }

    private static String plan(String members) {
        return "{'Name':'n','Type':'VIDEO_REALTIME','Mode':'PERIODIC'," + members + "}";
    }

    private static void check(String shape, String body) {
        SHAPES.check(shape, json(body.replace('\'', '"')));
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
