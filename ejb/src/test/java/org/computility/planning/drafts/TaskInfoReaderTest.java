package org.computility.planning.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class TaskInfoReaderTest {

    private static final String STREAM = "\"StreamOptions\":{\"VideoStreamOptions\":{\"Url\":\"rtsp://192.0.2.1/a\"}}";

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final Map<UUID, Set<String>> OFFERS = Map.of(ONE, Set.of("SOIL"), TWO, Set.of("SOIL", "MOTION"));

    private final List<String> receivers = new ArrayList<>();
    private final TaskInfoReader reader = new TaskInfoReader(
            new StreamRules(Path.of("/media"), (member, url) -> receivers.add(member + " " + url)), OFFERS::get);

    @Test
    void keepsWhatWasGivenAndReadsItsOwnMembers() {
        TaskInfo info = read("{\"AlgoDefCode\":\"M\",\"DeviceID\":\"d\",\"Priority\":7,\"Extra\":[1]," + STREAM + "}");

        assertThat(info.algoDefCode()).isEqualTo("M");
        assertThat(info.deviceId()).isEqualTo("d");
        assertThat(info.priority()).isEqualTo(7);
        assertThat(info.info()).containsKey("Extra").doesNotContainKey("ID");
    }

    @Test
    void takesTheWrappingOfC11WithTheOptionsInsideOrBeside() {
        TaskInfo inside = read(
                "{\"RestartPolicy\":\"ALWAYS\",\"TaskInfo\":{\"ID\":\"17\",\"AlgoDefCode\":\"M\"," + STREAM + "}}");
        TaskInfo beside = read("{\"TaskInfo\":{\"AlgoDefCode\":\"M\"}," + STREAM + ",\"Status\":\"PENDING\"}");

        assertThat(inside.id()).isEqualTo("17");
        assertThat(beside.info()).containsKey("StreamOptions").doesNotContainKey("Status");
    }

    @Test
    void takesTheCapabilityOfAPinnedServiceThatOffersOne() {
        TaskInfo info = read("{\"AlgoDefCode\":\"\",\"AlgoServiceID\":\"" + ONE + "\"," + STREAM + "}");

        assertThat(info.algoDefCode()).isEqualTo("SOIL");
        assertThat(info.info().getString("AlgoDefCode")).isEqualTo("SOIL");
        assertThat(info.pinnedService()).isEqualTo(ONE);
        refused("{\"AlgoServiceID\":\"" + TWO + "\"," + STREAM + "}", "member-missing", "AlgoTaskInfos[0].AlgoDefCode");
    }

    @Test
    void keepsNothingOfWhatAnswersPutBesideAnInfo() {
        TaskInfo info =
                read("{\"ID\":\"17\",\"RestartPolicy\":\"ALWAYS\",\"Status\":\"ERROR\",\"Number\":17,\"TaskID\":1,"
                        + "\"Message\":\"burns\",\"ComputilityCode\":\"c\",\"RunningServiceID\":\"s\",\"AlgoDefCode\":\"M\","
                        + STREAM
                        + "}");

        assertThat(info.info()).containsOnlyKeys("AlgoDefCode", "StreamOptions");
        assertThat(info.id()).isEqualTo("17");
    }

    @Test
    void takesOptionsInsideTheRulesAndHandsThemToNodesBesideThem() {
        TaskInfo info = read("{\"AlgoDefCode\":\"M\",\"RulesParams\":[{\"EventID\":\"e\"," + STREAM + "}]}");

        assertThat(info.info()).doesNotContainKey("StreamOptions");
        JsonObject uniform = TaskInfoForm.uniform(info.info());
        assertThat(uniform).containsKey("StreamOptions");
        assertThat(uniform.getJsonArray("RulesParams").getJsonObject(0)).containsOnlyKeys("EventID");
    }

    @Test
    void namesTheMemberThatIsMissing() {
        refused("{" + STREAM + "}", "member-missing", "AlgoTaskInfos[0].AlgoDefCode");
        refused("{\"AlgoDefCode\":\"M\"}", "member-missing", "AlgoTaskInfos[0].StreamOptions");
        refused(
                "{\"AlgoDefCode\":\"M\",\"StreamOptions\":{}}",
                "member-missing",
                "AlgoTaskInfos[0].StreamOptions.VideoStreamOptions.Url");
        refused(
                "{\"AlgoDefCode\":\"M\",\"Priority\":10," + STREAM + "}",
                "member-invalid",
                "AlgoTaskInfos[0].Priority");
        refused("{\"AlgoDefCode\":7," + STREAM + "}", "member-type", "AlgoTaskInfos[0].AlgoDefCode");
    }

    @Test
    void refusesInputsOfOtherSchemesAndFilesOutsideTheFolder() {
        String url = "AlgoTaskInfos[0].StreamOptions.VideoStreamOptions.Url";
        for (String bad :
                List.of("ftp://192.0.2.1/a", "file:///etc/passwd", "file:///media/../etc/passwd", "a", "rtsp:x")) {
            refused(STREAM.replace("rtsp://192.0.2.1/a", bad), url);
        }
        assertThat(read("{\"AlgoDefCode\":\"M\"," + STREAM.replace("rtsp://192.0.2.1/a", "file:///media/a.mp4") + "}"))
                .isNotNull();
    }

    @Test
    void hasEveryReceiverChecked() {
        read("{\"AlgoDefCode\":\"M\",\"RulesParams\":[{\"ResultReceiveUrl\":[\"http://a/\",\"http://b/\"]}]," + STREAM
                + "}");

        assertThat(receivers)
                .containsExactly(
                        "AlgoTaskInfos[0].RulesParams[0].ResultReceiveUrl[0] http://a/",
                        "AlgoTaskInfos[0].RulesParams[0].ResultReceiveUrl[1] http://b/");
    }

    private void refused(String options, String member) {
        refused("{\"AlgoDefCode\":\"M\"," + options + "}", "url-refused", member);
    }

    private void refused(String json, String code, String member) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member()).isEqualTo(member);
        });
    }

    private TaskInfo read(String json) {
        JsonObject info = Json.createReader(new StringReader(json)).readObject();
        return reader.read("AlgoTaskInfos[0]", info, PlanType.VIDEO_REALTIME);
    }
}
