package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.computility.planning.drafts.TaskInfoForm;
import org.computility.planning.state.InstanceState;
import org.computility.shared.JsonSupport;
import org.junit.jupiter.api.Test;

class InstanceViewTest {

    private static final String INFO = "{\"AlgoDefCode\":\"M\"}";

    @Test
    void sendsNothingOutThatWouldBeKeptWhenItComesBack() {
        JsonObject listed = instance(true).listed();

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
        assertThat(TaskInfoForm.kept(listed)).hasToString(INFO);
        assertThat(TaskInfoForm.kept(instance(true).wrapped())).containsOnlyKeys("TaskInfo");
    }

    @Test
    void showsTheRestartPolicyThatIsInForce() {
        assertThat(instance(true).listed().getString("RestartPolicy")).isEqualTo("ALWAYS");
        assertThat(instance(false).wrapped().getString("RestartPolicy")).isEqualTo("NEVER");
    }

    private static InstanceView instance(boolean autoRestart) {
        UUID id = UUID.randomUUID();
        return new InstanceView(
                id,
                JsonSupport.JSON
                        .createObjectBuilder(TaskInfoForm.read(INFO))
                        .add("ID", id.toString())
                        .build(),
                17,
                1,
                autoRestart,
                InstanceState.RUNNING,
                "no frame yet",
                UUID.randomUUID(),
                "11010800005020000001");
    }
}
