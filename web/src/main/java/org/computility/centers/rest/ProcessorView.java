package org.computility.centers.rest;

import java.math.BigDecimal;
import org.computility.centers.catalogue.SpecProcessor;
import org.computility.centers.resources.Bundle;

/**
 * Accelerators (T/AI 123.8 table 2).
 *
 * @param type GPU, NPU, MLU, …; several with commas between where a sum has several
 * @param product null: any, or not known
 * @param memory of each; null: any, or not known
 * @param memoryUnit GiB in answers; null with {@code memory}
 */
public record ProcessorView(String type, long count, String product, BigDecimal memory, String memoryUnit) {

    static ProcessorView of(SpecProcessor processor) {
        return processor == null
                ? null
                : of(processor.type(), processor.count(), processor.product(), processor.memoryBytes());
    }

    static ProcessorView of(Bundle.Processors processors) {
        return processors == null
                ? null
                : of(processors.type(), processors.count(), processors.product(), processors.memoryBytes());
    }

    private static ProcessorView of(String type, long count, String product, long memoryBytes) {
        String known = product == null || product.isEmpty() ? null : product;
        if (memoryBytes == 0) {
            return new ProcessorView(type, count, known, null, null);
        }
        MemoryView memory = MemoryView.of(memoryBytes);
        return new ProcessorView(type, count, known, memory.size(), memory.unit());
    }

    /** What is asked of a node. */
    SpecProcessor wanted() {
        return new SpecProcessor(
                type,
                product == null ? "" : product,
                Math.toIntExact(count),
                memory == null ? 0 : MemoryView.bytes("processor.memory", memory, memoryUnit));
    }
}
