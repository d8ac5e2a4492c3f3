package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.computility.planning.dispatch.InstanceState;
import org.computility.planning.dispatch.TaskInfoForm;
import org.computility.planning.drafts.PlanMode;
import org.junit.jupiter.api.Test;

class InstanceTest {

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

    private static Instance instance(boolean autoRestart) {
        return new Instance(
                17,
                UUID.randomUUID(),
                1,
                INFO,
                InstanceState.RUNNING,
                "no frame yet",
                UUID.randomUUID(),
                "11010800005020000001",
                autoRestart,
                true,
                PlanMode.PERIODIC);
    }
}
