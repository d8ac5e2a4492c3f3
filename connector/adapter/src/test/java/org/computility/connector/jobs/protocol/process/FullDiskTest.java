package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs leave some of the disk to the machine. */
class FullDiskTest {

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void aDiskThatIsAlmostFullTakesNoJob() throws Exception {
        JobReport report = onDisk("1 100 1048576");

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("its machine's disk is full");
        assertThat(bench.printed(id)).isEmpty();
    }

    @Test
    void aJobEndsWhenTheDiskBecomesFull() throws Exception {
        JobReport report = onDisk("$([ -e work/ready ] && echo 1 || echo 100) 100 1048576");

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("its machine's disk is full");
    }

    /** @param told free blocks, all blocks, and the bytes of a block */
    private JobReport onDisk(String told) throws Exception {
        Path tools = Files.createTempDirectory("tools");
        Path stat = Files.writeString(
                tools.resolve("stat"),
                "#!/bin/sh\n[ \"$1\" != -f ] || exec echo " + told + "\nexec /usr/bin/stat \"$@\"\n");
        assertThat(stat.toFile().setExecutable(true)).isTrue();
        new ProcessRuntime(bench.root, tools + ":/usr/bin:/bin").submit(Bench.script(id, ": >ready; sleep 1000"));
        return bench.awaitEnd(id);
    }
}
