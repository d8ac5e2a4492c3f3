package org.computility.planning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.computility.planning.InstanceView;
import org.computility.planning.documents.ShownTask;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.rest.reading.InfoForm;
import org.computility.planning.state.InstanceState;
import org.junit.jupiter.api.Test;

class InstancePictureTest {

    private static final UUID ID = UUID.randomUUID();
    private static final String INFO = "{\"AlgoDefCode\":\"M\"}";

    @Test
    void sendsNothingOutThatWouldBeKeptWhenItComesBack() {
        JsonObject listed = InstancePicture.listed(instance(true, InstanceState.RUNNING));

        assertThat(listed)
                .containsKeys(
                        "ID",
                        "RestartPolicy",
                        "Status",
                        "Number",
                        "TaskID",
                        "Message",
                        "ComputilityCode",
                        "RunningServiceID");
        assertThat(InfoForm.kept(listed)).hasToString(INFO);
        assertThat(InfoForm.kept(InstancePicture.wrapped(instance(true, InstanceState.RUNNING))))
                .containsOnlyKeys("TaskInfo");
    }

    @Test
    void showsTheAlgoTaskInfoWithItsIdInsideTheForm() {
        JsonObject wrapped = InstancePicture.wrapped(instance(false, InstanceState.RUNNING));

        assertThat(wrapped.getString("ID")).isEqualTo(ID.toString());
        assertThat(wrapped.getJsonObject("TaskInfo")).hasToString("{\"AlgoDefCode\":\"M\",\"ID\":\"" + ID + "\"}");
    }

    @Test
    void showsTheRestartPolicyThatIsInForce() {
        assertThat(InstancePicture.listed(instance(true, InstanceState.RUNNING)).getString("RestartPolicy"))
                .isEqualTo("ALWAYS");
        assertThat(InstancePicture.wrapped(instance(false, InstanceState.RUNNING))
                        .getString("RestartPolicy"))
                .isEqualTo("NEVER");
    }

    @Test
    void saysWhereItRunsOnlyWhileItDoes() {
        assertThat(InstancePicture.listed(instance(true, InstanceState.STARTING)))
                .containsKeys("ComputilityCode", "RunningServiceID");
        assertThat(InstancePicture.listed(instance(true, InstanceState.ERROR)))
                .doesNotContainKeys("ComputilityCode", "RunningServiceID");
    }

    private static InstanceView instance(boolean restarts, InstanceState state) {
        return new InstanceView(
                new ShownTask(ID, new TaskDocument(INFO)),
                17,
                1,
                restarts,
                state,
                "no frame yet",
                UUID.randomUUID(),
                "11010800005020000001");
    }
}
