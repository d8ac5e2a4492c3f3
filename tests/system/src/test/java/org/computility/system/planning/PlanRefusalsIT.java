package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C.1, C.2 and C.4 to C.7 with members that make no sense: no plan comes, goes or changes. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanRefusalsIT {

    private Workshop workshop;
    private long periodic;
    private long inspection;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
        periodic = workshop.create(workshop.periodic(1));
        inspection = workshop.create(workshop.inspective(1, 1, 10, 1));
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Name             | 7       | 40002 | Name",
                "Name             | ''      | 40001 | Name",
                "Type             | 7       | 40002 | Type",
                "Type             | 'AUDIO' | 40004 | Type",
                "Mode             | 7       | 40002 | Mode",
                "Description      | 7       | 40002 | Description",
                "Description      | 'x*257' | 40003 | Description",
                "PlanDayTime      | {}      | 40002 | PlanDayTime",
                "PlanDayTime      | [7]     | 40002 | PlanDayTime[0]",
                "PlanDayTime      | ['x*33'] | 40003 | PlanDayTime[0]",
                "PlanDayTime      | ['1,7:00,7:60'] | 40004 | PlanDayTime[0]",
                "AutoStart        | 'yes'   | 40002 | AutoStart",
                "AutoRestart      | 1       | 40002 | AutoRestart",
                "AlgoTaskInfos    | 7       | 40002 | AlgoTaskInfos",
                "AlgoTaskInfos    | {}      | 40001 | AlgoTaskInfos[0].AlgoDefCode",
                "AlgoTaskInfos    | []      | 40001 | AlgoTaskInfos[0]",
                "AlgoTaskInfos[0].AlgoDefCode | 'x*128' | 40003 | AlgoTaskInfos[0].AlgoDefCode",
                "AlgoTaskInfos[0].DeviceID | 7  | 40002 | AlgoTaskInfos[0].DeviceID",
                "AlgoTaskInfos[0].Labels   | [] | 40002 | AlgoTaskInfos[0].Labels"
            })
    void aBadPeriodicPlanIsRefusedByName(String member, String value, int code, String named) {
        refusedAsNewAndAsChange(workshop.periodic(1).build(), periodic, member, value, code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "InspectionPlan             | []          | 40002 | InspectionPlan",
                "InspectionPlan.Concurrency | '1'         | 40002 | InspectionPlan.Concurrency",
                "InspectionPlan.Concurrency | 1.5         | 40002 | InspectionPlan.Concurrency",
                "InspectionPlan.Concurrency | 0           | 40004 | InspectionPlan.Concurrency",
                "InspectionPlan.Duration    | '10'        | 40002 | InspectionPlan.Duration",
                "InspectionPlan.Duration    | 9           | 40004 | InspectionPlan.Duration",
                "InspectionPlan.RoundLimit  | true        | 40002 | InspectionPlan.RoundLimit",
                "InspectionPlan.RoundLimit  | 0           | 40004 | InspectionPlan.RoundLimit",
                "InspectionPlan.TaskInfo    | 7           | 40002 | InspectionPlan.TaskInfo",
                "InspectionPlan.TaskInfo    | [7]         | 40002 | InspectionPlan.TaskInfo[0]",
                "InspectionPlan.TaskInfo[0].Priority | 'high' | 40002 | InspectionPlan.TaskInfo[0].Priority",
                "InspectionPlan.TaskInfo[0].Priority | 10     | 40004 | InspectionPlan.TaskInfo[0].Priority"
            })
    void aBadInspectionIsRefusedByName(String member, String value, int code, String named) {
        JsonObject good = workshop.inspective(1, 1, 10, 1).build();
        refusedAsNewAndAsChange(good, inspection, member, value, code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'TaskID':'one'}  | 40002 | TaskID",
                "{'TaskID':0}      | 40004 | TaskID",
                "{'Name':''}       | 40001 | Name",
                "[]                | 40002 | body",
                "{                 | 40000 | JSON"
            })
    void aBadChangeIsRefusedByName(String body, int code, String named) {
        JsonObject before = workshop.plan(periodic);

        Refusals.check(put(periodic, Sketch.text(body)), code, named);

        assertThat(workshop.plan(periodic)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, Tasks/one, 40002",
        "GET, Tasks/one, 40002",
        "DELETE, Tasks/one, 40002",
        "POST, Tasks/one/Start, 40002",
        "POST, Tasks/one/Stop, 40002",
        "GET, Tasks/-1, 40002",
        "GET, Tasks/1.5, 40002",
        "PUT, TaskInstances/one, 40004",
        "GET, TaskInstances/one, 40004",
        "DELETE, TaskInstances/one, 40004"
    })
    void aNameThatIsNoNumberIsRefused(String method, String path, int code) {
        Refusals.check(
                operator()
                        .send(
                                method,
                                "ACSMP/" + path,
                                "application/json",
                                BodyPublishers.ofString(method.equals("PUT") ? "{\"Name\":\"x\"}" : "")),
                code,
                "ID");
    }

    @ParameterizedTest
    @CsvSource({
        "one, '', member-type, id",
        "PLAN, ?page=0, page-number-invalid, page",
        "PLAN, ?page=one, member-type, page",
        "PLAN, ?pageSize=0, page-size-invalid, pageSize",
        "PLAN, ?pageSize=1001, page-size-invalid, pageSize"
    })
    void aBadQuestionForRunsIsRefusedByName(String plan, String query, String code, String member) {
        String path = "platform/v1/plans/" + plan.replace("PLAN", "" + periodic) + "/runs";

        Refusals.check(operator().get(path + query), 400, code, member);
    }

    private void refusedAsNewAndAsChange(
            JsonObject good, long plan, String member, String value, int code, String named) {
        JsonObject before = workshop.plan(plan);
        int plans = count();
        JsonObject bad = Sketch.with(good, member, value);

        Refusals.check(operator().post("ACSMP/Tasks", bad), code, named);
        // Table C.4 has neither; what it does not describe is ignored.
        if (!member.equals("Type") && !member.equals("Mode")) {
            Refusals.check(put(plan, bad.toString()), code, named);
        }

        assertThat(count()).isEqualTo(plans);
        assertThat(workshop.plan(plan)).isEqualTo(before);
    }

    private Answer put(long plan, String body) {
        return operator().send("PUT", "ACSMP/Tasks/" + plan, "application/json", BodyPublishers.ofString(body));
    }

    private int count() {
        return operator().post("ACSMP/Tasks/Search", "{}").data().getInt("TotalSize");
    }

    private Visitor operator() {
        return workshop.operator();
    }
}
