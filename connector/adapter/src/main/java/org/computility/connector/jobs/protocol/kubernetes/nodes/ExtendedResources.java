package org.computility.connector.jobs.protocol.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.connector.jobs.Accelerators;

/**
 * What device plugins call accelerators.
 *
 * @param name of the extended resource; one that ends with a slash stands for all of that vendor
 * @param type as T/AI 123.8 table 2 says
 * @param productLabel where the vendor's discovery writes which product a node has; null: the resource's name tells
 * @param memoryLabel where it writes the memory of each, in MiB; null: nowhere
 */
public record ExtendedResources(String name, String type, String productLabel, String memoryLabel) {

    private static final List<ExtendedResources> KNOWN = List.of(
            new ExtendedResources("nvidia.com/gpu", "GPU", "nvidia.com/gpu.product", "nvidia.com/gpu.memory"),
            new ExtendedResources("amd.com/gpu", "GPU", "amd.com/gpu.product-name", null),
            new ExtendedResources("gpu.intel.com/i915", "GPU", null, null),
            new ExtendedResources("gpu.intel.com/xe", "GPU", null, null),
            new ExtendedResources("metax-tech.com/gpu", "GPU", null, null),
            new ExtendedResources("mthreads.com/gpu", "GPU", null, null),
            new ExtendedResources("hygon.com/dcunum", "DCU", null, null),
            new ExtendedResources("huawei.com/", "NPU", null, null),
            new ExtendedResources("cambricon.com/", "MLU", null, null),
            new ExtendedResources("google.com/tpu", "TPU", null, null));

    /** What of a node's is of that kind, and what each of them is called. */
    public record Found(String resource, Accelerators accelerators, String productLabel) {

        boolean meets(Accelerators asked) {
            return asked.type().equalsIgnoreCase(accelerators.type())
                    && asked.count() <= accelerators.count()
                    && (asked.product().isEmpty() || asked.product().equalsIgnoreCase(accelerators.product()));
        }
    }

    /** What a node that takes jobs calls the accelerators that are asked for, if it has enough, whether or not they are free. */
    public static Optional<Found> meeting(Accelerators asked, Node node) {
        return ClusterCapacity.takesJobs(node)
                ? in(node, ClusterCapacity.allocatable(node)).filter(found -> found.meets(asked))
                : Optional.empty();
    }

    /** The first kind that the node has: a node with two is rare, and a job asks for one. */
    static Optional<Found> in(Node node, Map<String, Quantity> allocatable) {
        return allocatable.entrySet().stream()
                .filter(entry -> Amounts.number(entry.getValue()) > 0)
                .flatMap(entry -> KNOWN.stream()
                        .filter(kind -> kind.isCalled(entry.getKey()))
                        .map(kind -> kind.found(node, entry.getKey(), (int) Amounts.number(entry.getValue()))))
                .findFirst();
    }

    // Plugins tell of shares of a device under longer names.
    private boolean isCalled(String resource) {
        return name.endsWith("/")
                ? resource.startsWith(name) && !resource.contains("-") && !resource.contains(".v")
                : resource.equals(name);
    }

    private Found found(Node node, String resource, int count) {
        Map<String, String> labels =
                Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
        String ofName = name.endsWith("/") ? resource.substring(name.length()) : "";
        boolean tells = productLabel != null && labels.containsKey(productLabel);
        String product = tells ? labels.get(productLabel) : ofName;
        String memory = memoryLabel == null ? null : labels.get(memoryLabel);
        long bytes = memory != null && memory.matches("\\d{1,9}") ? Long.parseLong(memory) << 20 : 0;
        return new Found(resource, new Accelerators(type, product, count, bytes), tells ? productLabel : null);
    }
}
