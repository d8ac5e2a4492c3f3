package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.NodeCapacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final Bench bench = new Bench();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whatPodsWereGivenIsNotFreeUntilTheyEnd() throws RuntimeFailure {
        bench.cluster.add(node(Bench.NODE, 8));
        String id = Bench.freshId();
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.runs(pod);

        JobCapacity capacity = bench.runtime().capacity();
        assertThat(capacity.architecture()).isEqualTo("X86");
        assertThat(capacity.containers()).isTrue();
        assertThat(capacity.nodes())
                .containsExactly(new NodeCapacity(Bench.NODE, 8, 6, 1L << 30, (1L << 30) - (64L << 20), null, 0));

        bench.exits(pod, 1);
        assertThat(bench.runtime().capacity().nodes().get(0).freeCores()).isEqualTo(8);
    }

    @Test
    void podsThatHaveEndedAreNotEvenTold() throws RuntimeFailure {
        List<String> asked = new CopyOnWriteArrayList<>();
        bench.cluster.answers(request -> {
            asked.add(URLDecoder.decode(request.getPath(), StandardCharsets.UTF_8));
            return null;
        });

        bench.runtime().capacity();

        assertThat(asked)
                .anySatisfy(path -> assertThat(path)
                        .startsWith("/api/v1/pods?")
                        .contains("status.phase!=Succeeded")
                        .contains("status.phase!=Failed"));
    }

    @Test
    void nodesThatTakeNoPodsAreLeftOut() throws RuntimeFailure {
        bench.cluster.add(node("a", 1));
        bench.cluster.add(node("b", 1).editSpec().withUnschedulable(true).endSpec());
        bench.cluster.add(node("c", 1)
                .editSpec()
                .addNewTaint("NoSchedule", "node-role.kubernetes.io/control-plane", null, null)
                .endSpec());
        bench.cluster.add(node("d", 1)
                .editStatus()
                .editFirstCondition()
                .withStatus("Unknown")
                .endCondition()
                .endStatus());

        assertThat(bench.runtime().capacity().nodes())
                .extracting(NodeCapacity::name)
                .containsExactly("a");
    }

    @Test
    void acceleratorsAreExtendedResources() throws RuntimeFailure {
        bench.cluster.add(bench.cluster
                .node(Bench.NODE, 8, "1Gi", Map.of("nvidia.com/gpu", new Quantity("4"), "pods", new Quantity("110")))
                .editMetadata()
                .withLabels(Map.of("nvidia.com/gpu.product", "Tesla-V100", "nvidia.com/gpu.memory", "32768"))
                .endMetadata());
        Accelerators asked = new Accelerators("gpu", "tesla-v100", 3, 0);
        JobResources resources = new JobResources(1, 1, 64L << 20, asked);
        String id = Bench.freshId();
        JobSpec plain = Bench.script(id);
        bench.runtime()
                .submit(new JobSpec(
                        id,
                        plain.command(),
                        plain.environment(),
                        resources,
                        plain.limits(),
                        plain.image(),
                        plain.mounts()));
        var pod = bench.job(id).getSpec().getTemplate().getSpec();
        assertThat(pod.getContainers().get(0).getResources().getLimits())
                .containsEntry("nvidia.com/gpu", new Quantity("3"));
        assertThat(pod.getNodeSelector()).containsEntry("nvidia.com/gpu.product", "Tesla-V100");
        bench.runs(bench.hasPod(id));

        NodeCapacity node = bench.runtime().capacity().nodes().get(0);

        assertThat(node.accelerators()).isEqualTo(new Accelerators("GPU", "Tesla-V100", 4, 32L << 30));
        assertThat(node.freeAccelerators()).isEqualTo(1);
    }

    @Test
    void nodesOfOneArchitectureCountAndTakeItsJobs() throws RuntimeFailure {
        bench.cluster.add(node("x", 4));
        bench.cluster.add(arm(node("a", 2)));
        bench.cluster.add(arm(node("b", 3)));

        JobCapacity most = bench.runtime().capacity();
        assertThat(most.architecture()).isEqualTo("ARM");
        assertThat(most.nodes()).extracting(NodeCapacity::name).containsExactly("a", "b");
        JobCapacity chosen = bench.runtime("&arch=amd64").capacity();
        assertThat(chosen.architecture()).isEqualTo("X86");
        assertThat(chosen.nodes()).extracting(NodeCapacity::name).containsExactly("x");

        JobSpec plain = Bench.script(Bench.freshId());
        bench.runtime()
                .submit(new JobSpec(
                        plain.jobId(),
                        plain.command(),
                        plain.environment(),
                        plain.resources(),
                        plain.limits(),
                        plain.image(),
                        plain.mounts(),
                        0,
                        null,
                        "ARM"));
        assertThat(bench.job(plain.jobId()).getSpec().getTemplate().getSpec().getNodeSelector())
                .containsEntry("kubernetes.io/arch", "arm64");
    }

    private static NodeBuilder arm(NodeBuilder node) {
        return node.editStatus()
                .editNodeInfo()
                .withArchitecture("arm64")
                .endNodeInfo()
                .endStatus();
    }

    @Test
    void aVendorsResourceNamesItsProduct() throws RuntimeFailure {
        bench.cluster.add(bench.cluster.node(Bench.NODE, 8, "1Gi", Map.of("huawei.com/Ascend910", new Quantity("8"))));

        assertThat(bench.runtime().capacity().nodes().get(0).accelerators())
                .isEqualTo(new Accelerators("NPU", "Ascend910", 8, 0));
    }

    private NodeBuilder node(String name, int cores) {
        return bench.cluster.node(name, cores, "1Gi", Map.of());
    }
}
