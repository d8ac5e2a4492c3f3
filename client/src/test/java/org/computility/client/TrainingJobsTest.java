package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingJobsTest {

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    @Test
    void aJobIsCreatedListedAndStopped() {
        String job = "{\"metadata\":{\"id\":\"j\",\"name\":\"n\",\"createTime\":\"2026-11-29 16:00:00\"},"
                + "\"status\":\"PENDING\"}";
        platform.answers(200, job);
        TrainingJobs.Config config = TrainingJobs.Config.of("small", "machine", "true");
        assertThat(client.trainingJobs()
                        .create(new TrainingJobs.Wanted("n", null, config))
                        .metadata()
                        .createTime()
                        .getHour())
                .isEqualTo(16);
        assertThat(platform.lastCall())
                .isEqualTo("POST /trainjob {\"config\":{\"command\":\"true\",\"imageId\":\"machine\","
                        + "\"specId\":\"small\"},\"jobName\":\"n\"}");

        platform.answers(200, "{\"items\":[" + job + "],\"totalSize\":1}");
        assertThat(client.trainingJobs().list(1, 10).items()).hasSize(1);

        platform.answers(200, "{\"id\":\"j\",\"status\":\"STOPPED\",\"stoppedTime\":\"2026-11-29 16:00:01\"}");
        assertThat(client.trainingJobs().stop("j").status()).isEqualTo("STOPPED");
        assertThat(platform.lastCall()).isEqualTo("POST /trainjob/j/stop ");
    }

    @Test
    void aTaskAndItsLogAreRead() {
        platform.answers(
                200,
                "{\"status\":\"RUNNING\",\"tasks\":[{\"taskId\":\"t\",\"specInfo\":{\"cpu\":{\"arch\":\"ARM\",\"cores\":4},"
                        + "\"memory\":{\"size\":1.5,\"unit\":\"GiB\"}}}]}");
        TrainingJobs.SpecInfo spec =
                client.trainingJobs().get("j").tasks().get(0).specInfo();
        assertThat(spec.cpu().cores()).isEqualTo(4);
        assertThat(spec.memory().size()).isEqualByComparingTo("1.5");
        assertThat(spec.processor()).isNull();

        platform.answers(200, "{\"logUrl\":\"http://h/log\"}");
        assertThat(client.trainingJobs().logUrl("j", "t")).isEqualTo("http://h/log");

        platform.answers(200, "{\"offset\":5,\"next\":9,\"text\":\"done\",\"ended\":true}");
        assertThat(client.trainingJobs().log("j", "t", 5)).isEqualTo(new TrainingJobs.LogPart(5, 9, "done", true));
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/jobs/j/tasks/t/log?offset=5 ");

        platform.answers(200, "{\"id\":\"j\",\"reason\":\"stopped\"}");
        assertThat(client.trainingJobs().story("j").getString("reason")).isEqualTo("stopped");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/jobs/j ");

        platform.answers(204, "");
        client.trainingJobs().delete("j");
        assertThat(platform.lastCall()).isEqualTo("DELETE /trainjob/j ");
    }

    @Test
    void theArchiveIsWrittenOrItsRefusalTold() {
        platform.answers(200, "bytes");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        client.trainingJobs().download("j", archive);
        assertThat(archive.toString(StandardCharsets.UTF_8)).isEqualTo("bytes");

        platform.answers(409, "{\"errorCode\":\"1409\",\"errorMsg\":\"not ended\"}");
        assertThatThrownBy(() -> client.trainingJobs().download("j", archive)).hasMessage("not ended");
    }
}
