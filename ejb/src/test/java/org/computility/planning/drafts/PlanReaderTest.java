package org.computility.planning.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Set;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class PlanReaderTest {

    private static final String INFO =
            "{'AlgoDefCode':'M','StreamOptions':{'VideoStreamOptions':{'Url':'rtsp://192.0.2.1/a'}}}";

    private final PlanReader reader = new PlanReader(
            new TaskInfoReader(new StreamRules(Path.of("/media"), (member, url) -> {}), service -> Set.of()));

    @Test
    void takesOneAlgoTaskInfoAsTableC1TypesIt() {
        assertThat(create("PERIODIC", "'AlgoTaskInfos':" + INFO).instances()).hasSize(1);
        assertThat(create("PERIODIC", "'AlgoTaskInfos':[" + INFO + "," + INFO + "]")
                        .instances())
                .hasSize(2);
    }

    @Test
    void takesAnEmptyListForNoneWhereThePlanHasAnInspection() {
        String inspection = "'InspectionPlan':{'Concurrency':1,'Duration':10,'TaskInfo':" + INFO + "}";
        assertThat(create("INSPECTIVE", "'AlgoTaskInfos':[]," + inspection).instances())
                .hasSize(1);
        assertThat(reader.update(json("{'AlgoTaskInfos':[]}"), PlanMode.INSPECTIVE, PlanType.VIDEO_REALTIME)
                        .instances())
                .isNull();
    }

    @Test
    void missesTheFirstInstanceOfAnEmptyPeriodicPlan() {
        assertThatThrownBy(() -> create("PERIODIC", "'AlgoTaskInfos':[]"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("AlgoTaskInfos[0]"));
    }

    private PlanDraft create(String mode, String members) {
        return reader.create(json("{'Name':'n','Type':'VIDEO_REALTIME','Mode':'" + mode + "'," + members + "}"));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
