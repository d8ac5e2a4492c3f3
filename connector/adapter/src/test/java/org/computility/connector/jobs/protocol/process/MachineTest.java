package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the machine has, and what of it jobs are given. */
class MachineTest {

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void theMachineTellsWhatItHasAndWhatOfItNoJobWasGiven() throws Exception {
        NodeCapacity idle = node();
        assertThat(idle.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(idle.freeCores()).isEqualTo(idle.cores());
        assertThat(idle.memoryBytes()).isGreaterThan(64L << 20);
        assertThat(idle.freeMemoryBytes()).isEqualTo(idle.memoryBytes());
        assertThat(bench.runtime.capacity().storageBytes()).isPositive();

        bench.runtime.submit(Bench.script(id, "sleep 1000"));
        assertThat(node().freeCores()).isEqualTo(idle.cores() - 1);
        assertThat(node().freeMemoryBytes()).isEqualTo(idle.memoryBytes() - (64L << 20));

        bench.runtime.cancel(id);
        bench.awaitEnd(id);
        assertThat(node()).isEqualTo(idle);
    }

    private NodeCapacity node() throws Exception {
        return bench.runtime.capacity().nodes().get(0);
    }

    @Test
    void aJobThatNeverFitsIsRefused() throws Exception {
        NodeCapacity node = node();
        List<JobResources> tooMuch = List.of(
                new JobResources(2, 1, 64L << 20, null),
                new JobResources(1, node.cores() + 1, 64L << 20, null),
                new JobResources(1, 1, node.memoryBytes() + 1, null),
                new JobResources(1, 1, 64L << 20, new Accelerators("GPU", "", 1, 0)));
        for (JobResources resources : tooMuch) {
            JobSpec job = new JobSpec(id, List.of("true"), Map.of(), resources, Bench.LIMITS, null, List.of());
            assertThatThrownBy(() -> bench.runtime.submit(job))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(RuntimeFailure.Reason.REFUSED))
                    .hasMessageContaining("resources.");
        }
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }
}
