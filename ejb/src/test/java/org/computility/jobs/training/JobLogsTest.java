package org.computility.jobs.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.computility.centers.CenterRuntimes;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobLogsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "epoch 1\n", "水", "loss 水", "𝄞"})
    void wholeTextsStayWhole(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(JobLogs.wholeCharacters(bytes)).isEqualTo(bytes.length);
    }

    @Test
    void aCutCharacterComesWithTheNextPart() {
        byte[] bytes = "a𝄞".getBytes(UTF_8);
        for (int cut = 2; cut < bytes.length; cut++) {
            assertThat(JobLogs.wholeCharacters(Arrays.copyOf(bytes, cut))).isEqualTo(1);
        }
    }

    @Test
    void aCenterThatIsSilentIsTheAdaptersFailure() {
        UUID task = UUID.randomUUID();
        JobLogs logs = new JobLogs();
        logs.register = new JobRegister() {
            @Override
            public TaskFacts task(String id, String taskId, JobKind kind) {
                Instant now = Instant.EPOCH;
                return new TaskFacts(
                        task, task, 0, JobStatus.RUNNING, 1, "east", "East", 0, null, null, false, now, now);
            }
        };
        logs.runtimes = new CenterRuntimes() {
            @Override
            public JobConnection open(String centerId) throws RuntimeFailure {
                throw new RuntimeFailure(Reason.UNREACHABLE, "http://10.0.0.7: connection refused", null);
            }
        };

        assertThatThrownBy(() -> logs.part("job", "task", 0)).isInstanceOfSatisfying(Unavailable.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("adapter-failed");
            assertThat(refusal.getMessage()).isEqualTo("The center does not answer now.");
        });
    }

    @Test
    void whatIsNoTextIsNotWaitedFor() {
        byte[] bytes = {'a', (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80};

        assertThat(JobLogs.wholeCharacters(bytes)).isEqualTo(bytes.length);
    }
}
