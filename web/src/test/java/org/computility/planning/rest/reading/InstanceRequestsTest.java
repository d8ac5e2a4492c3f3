package org.computility.planning.rest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewInstances;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceRequestsTest {

    private static final UUID UUID_ONE = UUID.randomUUID();
    private static final String STREAM = "'StreamOptions':{'VideoStreamOptions':{'Url':'rtsp://192.0.2.1/a'}}";

    @Test
    void readsInstancesToBeAdded() {
        NewInstances added = InstanceRequests.newInstances(json("{'TaskID':7,'AlgoTaskInfos':[{'AlgoDefCode':'M'}]}"));

        assertThat(added.planId()).isEqualTo(7);
        assertThat(added.instances()).hasSize(1);
        assertThat(added.start()).isFalse();
    }

    @Test
    void laysTheGivenMembersOverThoseThatTheInstanceHas() {
        InstanceSpec changed = change("{'Priority':9,'RulesParams':[]}")
                .over("{'AlgoDefCode':'M','Priority':1,'DeviceID':'d','RulesParams':[{}],'Extra':7," + STREAM + "}");

        assertThat(changed.algoDefCode()).isEqualTo("M");
        assertThat(changed.priority()).isEqualTo(9);
        assertThat(changed.deviceId()).isEqualTo("d");
        assertThat(changed.inputs()).hasSize(1);
        assertThat(changed.document().json())
                .isEqualTo(json(
                        "{'AlgoDefCode':'M','Priority':9,'DeviceID':'d','RulesParams':[],'Extra':7," + STREAM + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17 | {'ID':18}",
                "17 | {'TaskInfo':{},'ID':'18'}",
                "17 | {'TaskInfo':{'ID':'18'}}",
                "8b5c5a5e-0000-4000-8000-000000000001 | {'ID':'8b5c5a5e-0000-4000-8000-000000000002'}"
            })
    void refusesAnotherInstanceInTheBodyThanInThePath(String path, String body) {
        assertThatThrownBy(() -> InstanceRequests.changed(path, json(body)))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("member-invalid");
                    assertThat(refusal.member()).isEqualTo("ID");
                    assertThat(refusal).hasMessageContaining("the path says " + path);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"17 | {'ID':17.0}", "17 | {'ID':'17'}", "17 | {}"})
    void takesTheSameInstanceInBoth(String path, String body) {
        assertThat(InstanceRequests.changed(path, json(body))).isEqualTo(new InstanceIds(List.of(17L), List.of()));
    }

    @Test
    void leavesItToTheRoomWhetherANumberAndAUuidAreOneInstances() {
        assertThat(InstanceRequests.changed("17", json("{'ID':'" + UUID_ONE + "'}")))
                .isEqualTo(new InstanceIds(List.of(17L), List.of(UUID_ONE)));
    }

    @Test
    void refusesAnotherNumberThanThePaths() {
        assertThat(InstanceRequests.changed("17", json("{'Number':17}")).numbers())
                .containsExactly(17L);
        assertThatThrownBy(() -> InstanceRequests.changed("17", json("{'Number':18}")))
                .hasMessage("Number is 18, and another instance is named as well.");
    }

    @Test
    void takesAPriorityThatIsWrittenWithAPoint() {
        assertThat(change("{'Priority':1.0}").over("{'AlgoDefCode':'M'}").priority())
                .isEqualTo(1);
        assertThat(change("{'Priority':3e0}").over("{'AlgoDefCode':'M'}").priority())
                .isEqualTo(3);
    }

    @Test
    void takesAwayWhatIsGivenEmpty() {
        InstanceSpec changed = change("{'DeviceID':'','AlgoServiceID':''}")
                .over("{'AlgoDefCode':'M','DeviceID':'d','AlgoServiceID':'" + UUID_ONE + "'}");

        assertThat(changed.deviceId()).isNull();
        assertThat(changed.pinnedService()).isNull();
    }

    @Test
    void keepsNothingOfWhatAnswersPutBeside() {
        InstanceSpec changed = change("{'ID':'17','Status':'ERROR','TaskInfo':{'Priority':3,'Message':'m'}}")
                .over("{'AlgoDefCode':'M'}");

        assertThat(changed.document().json()).isEqualTo(json("{'AlgoDefCode':'M','Priority':3}"));
    }

    @Test
    void refusesAChangeByTheNameThatTheStandardGivesIt() {
        assertThatThrownBy(() -> change("{'AlgoServiceID':'nobody'}").over("{'AlgoDefCode':'M'}"))
                .isInstanceOf(Rejected.class)
                .hasMessage("AlgoTaskInfo.AlgoServiceID is the UUID of a service.");
    }

    @Test
    void thePathSaysWhichInstanceAndTheBodyWhereThePathDoesNot() {
        assertThat(InstanceRequests.changed("17", json("{'ID':17}"))).isEqualTo(number(17));
        assertThat(InstanceRequests.changed(null, json("{'ID':18}"))).isEqualTo(number(18));
        assertThat(InstanceRequests.changed(null, json("{'ID':'" + UUID_ONE + "'}")))
                .isEqualTo(InstanceIds.of(UUID_ONE));
        assertThat(InstanceRequests.changed(null, json("{'ID':18,'TaskInfo':{'Priority':1}}")))
                .isEqualTo(number(18));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                             | member-missing",
                "{'ID':true}                    | member-type",
                "{'ID':'what'}                  | member-invalid",
                "{'ID':'1234567890123456789'}   | member-invalid"
            })
    void refusesABodyThatDoesNotNameOne(String body, String code) {
        assertThatThrownBy(() -> InstanceRequests.changed(null, json(body)))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.member()).isEqualTo("ID");
                });
    }

    @Test
    void namesInstancesByNumbersAndUuids() {
        assertThat(InstanceRequests.named(json("{'IDs':[17,'18','" + UUID_ONE + "']}")))
                .isEqualTo(new InstanceIds(List.of(17L, 18L), List.of(UUID_ONE)));
        assertThatThrownBy(() -> InstanceRequests.named(json("{'IDs':[17,'what']}")))
                .isInstanceOf(Rejected.class)
                .hasMessage("IDs[1] is the number or the UUID of an instance.");
        assertThatThrownBy(() -> InstanceRequests.named(json("{'IDs':[true]}")))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("member-type"));
    }

    private static InstanceIds number(long number) {
        return new InstanceIds(List.of(number), List.of());
    }

    private static Laid change(String body) {
        return present -> InstanceRequests.change(json(body)).over(TaskDocument.of(json(present)));
    }

    /** A change that is laid over what an instance has. */
    private interface Laid {
        InstanceSpec over(String present);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
