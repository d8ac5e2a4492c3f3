package org.computility.connector.jobs.protocol.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quantities, and what a pod holds of them. */
final class Amounts {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Amounts() {}

    /** In whole numbers, rounded down; 0 where there is none. */
    static long number(Quantity quantity) {
        return quantity == null
                ? 0
                : exactly(quantity).setScale(0, RoundingMode.FLOOR).longValue();
    }

    /** In thousandths, rounded up. */
    static long thousandths(Quantity quantity) {
        return quantity == null
                ? 0
                : exactly(quantity)
                        .multiply(THOUSAND)
                        .setScale(0, RoundingMode.CEILING)
                        .longValue();
    }

    private static BigDecimal exactly(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    /**
     * What a pod holds in thousandths, as the scheduler reckons: all its containers together, or the greediest that runs
     * before them.
     */
    static long held(Pod pod, String resource) {
        List<Container> containers = pod.getSpec().getContainers();
        long together =
                containers.stream().mapToLong(each -> asked(each, resource)).sum();
        long before = Optional.ofNullable(pod.getSpec().getInitContainers()).orElse(List.of()).stream()
                .mapToLong(each -> asked(each, resource))
                .max()
                .orElse(0);
        Map<String, Quantity> overhead = pod.getSpec().getOverhead();
        return Math.max(together, before) + (overhead == null ? 0 : thousandths(overhead.get(resource)));
    }

    private static long asked(Container container, String resource) {
        if (container.getResources() == null) {
            return 0;
        }
        Map<String, Quantity> requests = container.getResources().getRequests();
        Map<String, Quantity> limits = container.getResources().getLimits();
        Quantity asked = requests == null ? null : requests.get(resource);
        return thousandths(asked == null && limits != null ? limits.get(resource) : asked);
    }
}
