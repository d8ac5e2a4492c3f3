package org.computility.planning.rest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.computility.planning.documents.InputKind;
import org.computility.planning.drafts.Address;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.TaskInput;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgoTaskInfosTest {

    private static final String STREAM = "'StreamOptions':{'VideoStreamOptions':{'Url':'rtsp://192.0.2.1/a'}}";
    private static final TaskInput INPUT = new TaskInput(
            InputKind.STREAM, List.of(new Address("streamOptions.videoStreamOptions.url", "rtsp://192.0.2.1/a")));
    private static final UUID SERVICE = UUID.randomUUID();

    @Test
    void keepsWhatWasGivenAndReadsItsOwnMembers() {
        InstanceSpec spec = read("{'AlgoDefCode':'M','DeviceID':'d','Priority':7,'AlgoServiceID':'" + SERVICE
                + "','Extra':[1]," + STREAM + "}");

        assertThat(spec.algoDefCode()).isEqualTo("M");
        assertThat(spec.deviceId()).isEqualTo("d");
        assertThat(spec.priority()).isEqualTo(7);
        assertThat(spec.pinnedService()).isEqualTo(SERVICE);
        assertThat(spec.inputs()).containsExactly(INPUT);
        assertThat(spec.document().json()).containsKey("Extra").doesNotContainKey("ID");
    }

    @Test
    void takesAnEmptyTextForNone() {
        InstanceSpec spec = read("{'AlgoDefCode':'','DeviceID':'','AlgoServiceID':'" + SERVICE + "'}");

        assertThat(spec.algoDefCode()).isNull();
        assertThat(spec.deviceId()).isNull();
        assertThat(spec.priority()).isZero();
        assertThat(read("{'AlgoDefCode':'M','AlgoServiceID':''}").pinnedService())
                .isNull();
    }

    @Test
    void takesAPriorityBeyondAllIntegersForOneBeyondAllPriorities() {
        assertThat(read("{'AlgoDefCode':'M','Priority':-1}").priority()).isEqualTo(-1);
        assertThat(read("{'AlgoDefCode':'M','Priority':18446744073709551621}").priority())
                .isGreaterThan(9);
    }

    @Test
    void takesTheWrappingOfC11WithTheOptionsInsideOrBeside() {
        InstanceSpec inside =
                read("{'RestartPolicy':'ALWAYS','TaskInfo':{'ID':'17','AlgoDefCode':'M'," + STREAM + "}}");
        InstanceSpec beside = read("{'TaskInfo':{'AlgoDefCode':'M'}," + STREAM + ",'Status':'PENDING'}");

        assertThat(inside.inputs()).containsExactly(INPUT);
        assertThat(inside.document()).isEqualTo(beside.document());
        assertThat(beside.inputs()).containsExactly(INPUT);
        assertThat(beside.document().json()).containsOnlyKeys("AlgoDefCode", "StreamOptions");
    }

    @Test
    void anIdNamesAnInstanceOnlyInAListThatBecomesThePlans() {
        JsonObject named = json("{'ID':17,'AlgoDefCode':'M'}");

        assertThat(AlgoTaskInfos.OF_NEW.read("m", named).id()).isNull();
        assertThat(AlgoTaskInfos.OF_LIST.read("m", named).id()).isEqualTo(new InstanceIds(List.of(17L), List.of()));
        assertThat(AlgoTaskInfos.OF_LIST
                        .read("m", json("{'AlgoDefCode':'M','ID':'" + SERVICE + "'}"))
                        .id())
                .isEqualTo(InstanceIds.of(SERVICE));
        assertThat(AlgoTaskInfos.OF_LIST.read("m", json("{'AlgoDefCode':'M'}")).id())
                .isNull();
        assertThatThrownBy(() -> AlgoTaskInfos.OF_LIST.read("m", json("{'AlgoDefCode':'M','ID':'what'}")))
                .isInstanceOf(Rejected.class)
                .hasMessage("m.ID is the number or the UUID of an instance.");
    }

    @Test
    void keepsNothingOfWhatAnswersPutBesideAnInfo() {
        InstanceSpec spec = read("{'ID':'17','RestartPolicy':'ALWAYS','Status':'ERROR','Number':17,'TaskID':1,"
                + "'Message':'burns','ComputilityCode':'c','RunningServiceID':'s','AlgoDefCode':'M'," + STREAM + "}");

        assertThat(spec.document().json()).containsOnlyKeys("AlgoDefCode", "StreamOptions");
    }

    @Test
    void readsTheOptionsInsideTheRulesAndKeepsThemThere() {
        InstanceSpec spec = read("{'AlgoDefCode':'M','RulesParams':[{'EventID':'e'," + STREAM + "}]}");

        assertThat(spec.inputs()).containsExactly(INPUT);
        assertThat(spec.document().json()).doesNotContainKey("StreamOptions");
        assertThat(spec.document().forNode()).containsKey("StreamOptions");
    }

    @Test
    void readsEachInputWithItsAddressesWhereverTheyStand() {
        InstanceSpec spec = read("{'AlgoDefCode':'M','StreamOptions':{'Url':'rtsp://a/b'},"
                + "'FileOptions':{'Urls':['file:///a','file:///b']},'ImageOptions':{}}");

        assertThat(spec.inputs())
                .containsExactlyInAnyOrder(
                        new TaskInput(InputKind.STREAM, List.of(new Address("streamOptions.url", "rtsp://a/b"))),
                        new TaskInput(InputKind.IMAGE, List.of()),
                        new TaskInput(
                                InputKind.FILE,
                                List.of(
                                        new Address("fileOptions.urls[0]", "file:///a"),
                                        new Address("fileOptions.urls[1]", "file:///b"))));
    }

    @Test
    void readsOneReceiverOrSeveral() {
        InstanceSpec spec = read("{'AlgoDefCode':'M','RulesParams':[{'ResultReceiveUrl':['http://a/','http://b/']},"
                + "{'ResultReceiveUrl':'http://c/'},{}]}");

        assertThat(spec.receivers())
                .containsExactly(
                        new Address("rulesParams[0].resultReceiveUrl[0]", "http://a/"),
                        new Address("rulesParams[0].resultReceiveUrl[1]", "http://b/"),
                        new Address("rulesParams[1].resultReceiveUrl", "http://c/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                   | member-missing | AlgoDefCode",
                "{'AlgoServiceID':''}                 | member-missing | AlgoDefCode",
                "{'AlgoDefCode':7}                    | member-type    | AlgoDefCode",
                "{'AlgoServiceID':'nobody'}           | member-invalid | AlgoServiceID",
                "{'AlgoDefCode':'M','DeviceID':7}     | member-type    | DeviceID",
                "{'AlgoDefCode':'M','ID':true}        | member-type    | ID",
                "{'AlgoDefCode':'M','Priority':'9'}   | member-type    | Priority",
                "{'AlgoDefCode':'M','Priority':1.5}   | member-type    | Priority",
                "{'TaskInfo':7}                       | member-type    | TaskInfo",
                "{'AlgoDefCode':'M','StreamOptions':7} | member-type   | StreamOptions",
                "{'AlgoDefCode':'M','FileOptions':{'Urls':[7]}}   | member-type | FileOptions.Urls[0]",
                "{'AlgoDefCode':'M','RulesParams':{}}             | member-type | RulesParams",
                "{'AlgoDefCode':'M','RulesParams':[7]}            | member-type | RulesParams[0]",
                "{'AlgoDefCode':'M','RulesParams':[{'ResultReceiveUrl':[7]}]} | member-type | RulesParams[0].ResultReceiveUrl[0]",
                "{'AlgoDefCode':'M','RulesParams':[{'StreamOptions':{'Url':7}}]} | member-type | StreamOptions.Url"
            })
    void namesTheMemberWhoseShapeIsWrong(String json, String code, String member) {
        refused(json, code, "AlgoTaskInfos[0]." + member);
    }

    @Test
    void namesTheMemberThatIsTooLong() {
        refused("{'AlgoDefCode':'" + "x".repeat(128) + "'}", "member-too-long", "AlgoTaskInfos[0].AlgoDefCode");
        refused(
                "{'AlgoDefCode':'M','DeviceID':'" + "x".repeat(65) + "'}",
                "member-too-long",
                "AlgoTaskInfos[0].DeviceID");
        refused(
                "{'AlgoDefCode':'M','FileOptions':{'Url':'" + "x".repeat(2049) + "'}}",
                "member-too-long",
                "AlgoTaskInfos[0].FileOptions.Url");
    }

    @Test
    void anInfoIsAnObject() {
        assertThatThrownBy(() -> AlgoTaskInfos.OF_NEW.readAll(
                        "AlgoTaskInfos", Json.createArrayBuilder().add(7).build()))
                .isInstanceOf(Rejected.class)
                .hasMessage("AlgoTaskInfos[0] is an object.");
    }

    private static void refused(String json, String code, String member) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }

    private static InstanceSpec read(String json) {
        return AlgoTaskInfos.OF_NEW.read("AlgoTaskInfos[0]", json(json));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
