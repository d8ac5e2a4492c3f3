package org.computility.planning.rest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRequestsTest {

    private static final String INFO =
            "{'AlgoDefCode':'M','StreamOptions':{'VideoStreamOptions':{'Url':'rtsp://192.0.2.1/a'}}}";

    @Test
    void readsWhatANewPlanSays() {
        NewPlan plan = create("'Description':'d','PlanDayTime':['1,7:00,9:00'],'AutoRestart':true,'AutoStart':true,"
                + "'AlgoTaskInfos':[" + INFO + "," + INFO + "]");

        assertThat(plan.name()).isEqualTo("n");
        assertThat(plan.type()).isEqualTo(PlanType.VIDEO_REALTIME);
        assertThat(plan.mode()).isEqualTo(PlanMode.PERIODIC);
        assertThat(plan.description()).isEqualTo("d");
        assertThat(plan.planDayTime()).containsExactly("1,7:00,9:00");
        assertThat(plan.autoRestart()).isTrue();
        assertThat(plan.autoStart()).isTrue();
        assertThat(plan.instances()).hasSize(2);
        assertThat(plan.inspection()).isNull();
    }

    @Test
    void isNotStartedNorRestartedWhereNobodySaysSo() {
        NewPlan plan = create("'AlgoTaskInfos':" + INFO);

        assertThat(plan.autoRestart()).isFalse();
        assertThat(plan.autoStart()).isFalse();
        assertThat(plan.planDayTime()).isNull();
    }

    @Test
    void takesOneAlgoTaskInfoAsTableC1TypesIt() {
        assertThat(create("'AlgoTaskInfos':" + INFO).instances()).hasSize(1);
        assertThatThrownBy(() -> create("'AlgoTaskInfos':{}"))
                .isInstanceOf(Rejected.class)
                .hasMessage(
                        "AlgoTaskInfos[0].AlgoDefCode is missing: the capability to run, AlgoServiceID of a service "
                                + "that offers one only, or rules whose EventID one lists.");
    }

    @Test
    void takesAnInfoThatNamesEventsOnlyAsTheExampleOfC1Does() {
        NewPlan plan = create("'AlgoTaskInfos':[{'RulesParams':[{'EventID':'ILLEGAL_ADV','Areas':[]},"
                + "{'EventID':'SMOKE'},{'EventID':7},{}]}]");

        assertThat(plan.instances()).singleElement().satisfies(spec -> {
            assertThat(spec.algoDefCode()).isNull();
            assertThat(spec.eventIds()).containsExactlyInAnyOrder("ILLEGAL_ADV", "SMOKE");
        });
    }

    @Test
    void readsAnInspectionOfOneInstanceOrOfSeveral() {
        NewPlan one = create("'InspectionPlan':{'Concurrency':1,'Duration':10,'TaskInfo':" + INFO + "}");
        NewPlan several = create("'InspectionPlan':{'Concurrency':1,'Duration':10,'RoundLimit':3,'TaskInfo':[" + INFO
                + "," + INFO + "]}");

        assertThat(one.inspection().alone()).isTrue();
        assertThat(one.inspection().instances()).hasSize(1);
        assertThat(one.inspection().roundLimit()).isNull();
        assertThat(several.inspection().alone()).isFalse();
        assertThat(several.inspection().instances()).hasSize(2);
        assertThat(several.inspection().concurrency()).isEqualTo(1);
        assertThat(several.inspection().duration()).isEqualTo(10);
        assertThat(several.inspection().roundLimit()).isEqualTo(3);
    }

    @Test
    void namesTheInstanceOfAnInspectionByItsPlace() {
        assertThatThrownBy(() -> create("'InspectionPlan':{'TaskInfo':{}}"))
                .hasMessageStartingWith("InspectionPlan.TaskInfo.AlgoDefCode is missing");
        assertThatThrownBy(() -> create("'InspectionPlan':{'TaskInfo':[" + INFO + ",{}]}"))
                .hasMessageStartingWith("InspectionPlan.TaskInfo[1].AlgoDefCode is missing");
    }

    @Test
    void tellsAbsentMembersFromGivenOnesInAChange() {
        PlanChange nothing = change("{}");
        PlanChange much = change("{'TaskID':7,'Name':'q','AutoRestart':false,'AutoStart':true,'InspectionPlan':"
                + "{'Concurrency':2},'AlgoTaskInfos':[]}");

        assertThat(nothing).isEqualTo(new PlanChange(null, null, null, null, null, null, null));
        assertThat(much.autoRestart()).isFalse();
        assertThat(much.autoStart()).isTrue();
        assertThat(much.instances()).isEmpty();
        assertThat(much.inspection().concurrency()).isEqualTo(2);
        assertThat(much.inspection().duration()).isNull();
        assertThat(much.inspection().instances()).isNull();
    }

    @Test
    void anInstanceOfAChangeIsNamedByItsId() {
        PlanChange change = change("{'AlgoTaskInfos':[{'ID':'17','AlgoDefCode':'M'}," + INFO + "]}");

        assertThat(change.instances().get(0).id().numbers()).containsExactly(17L);
        assertThat(change.instances().get(1).id()).isNull();
    }

    @Test
    void refusesAChangeThatNamesAnotherPlanThanThePath() {
        assertThatThrownBy(() -> change("{'TaskID':8}"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("TaskID"))
                .hasMessage("TaskID is 8 and the path says 7.");
    }

    private static NewPlan create(String members) {
        return PlanRequests.newPlan(json("{'Name':'n','Type':'VIDEO_REALTIME','Mode':'PERIODIC'," + members + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ID':8}", "{'ID':'8'}", "{'ID':[7]}", "{'TaskID':7,'ID':70}"})
    void refusesAnotherIdThanThePaths(String body) {
        assertThatThrownBy(() -> change(body)).hasMessageStartingWith("ID is ");
    }

    @Test
    void takesAPlanAsItWasRead() {
        PlanChange change = change("{'ID':7,'TaskID':7,'Type':'VIDEO_FILE','Mode':'INSPECTIVE'}");

        assertThat(change.type()).isEqualTo(PlanType.VIDEO_FILE);
        assertThat(change.mode()).isEqualTo(PlanMode.INSPECTIVE);
    }

    private static PlanChange change(String body) {
        return PlanRequests.change(7, json(body));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
