package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One folder that cannot be read harms no other job, and a job that did not begin begins or is lost. */
class GarbledFoldersTest {

    private final String id = Bench.freshId();
    private Bench bench;
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
        folder = bench.root.resolve(id);
    }

    @Test
    void oneBadFolderHarmsNoOther() throws Exception {
        String garbled = Bench.freshId();
        String unreadable = Bench.freshId();
        bench.acceptOnly(Bench.script(garbled, "true"));
        bench.acceptOnly(Bench.script(unreadable, "true"));
        Files.writeString(bench.root.resolve(garbled).resolve("started"), "");
        Files.createDirectory(bench.root.resolve(unreadable).resolve("started"));
        bench.run(Bench.script(id, "true"));

        assertThat(bench.runtime.states(List.of(garbled, unreadable, id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.LOST, JobState.RUNNING, JobState.COMPLETED);
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(bench.runtime.capacity().nodes().get(0).freeCores()).isEqualTo(cores);
    }

    @Test
    void aJobThatRunsIsNotLostWhateverItsFilesSay() throws Exception {
        bench.runtime.submit(Bench.script(id, "echo ready; sleep 1000"));
        bench.awaitPrinted(id, "ready");
        Files.writeString(folder.resolve("started"), "");
        assertThat(bench.runtime.states(List.of(id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.RUNNING);

        bench.runtime.cancel(id);
        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aJobThatDidNotBeginIsBegunAgain() throws Exception {
        acceptAt(Instant.now().minusSeconds(40));

        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.COMPLETED);
        assertThat(bench.printed(id)).isEqualTo("run\n");
    }

    @Test
    void aJobThatNeverBeginsIsLostForEver() throws Exception {
        JobSpec job = acceptAt(Instant.now().minusSeconds(4000));
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);

        bench.runtime.submit(job);
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
        assertThat(bench.runtime.state(id).startedAt()).isNull();
        assertThat(bench.printed(id)).isEmpty();
    }

    private JobSpec acceptAt(Instant time) throws Exception {
        JobSpec job = Bench.script(id, "echo run");
        bench.acceptOnly(job);
        Files.setLastModifiedTime(folder.resolve("job"), FileTime.from(time));
        return job;
    }
}
