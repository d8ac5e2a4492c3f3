package org.computility.centers.rest;

import java.util.List;
import org.computility.centers.catalogue.SpecView;
import org.computility.shared.Page;

/** A page of resource specs (T/AI 123.8 table A.11). */
public record SpecList(long totalSize, List<ResourceSpec> resourceSpecs) {

    public SpecList {
        resourceSpecs = List.copyOf(resourceSpecs);
    }

    /** A resource spec (table A.12); without accelerators {@code processor} is absent. */
    public record ResourceSpec(
            String resourceSpecId, String resourceSpecName, CpuView cpu, MemoryView memory, ProcessorView processor) {}

    static SpecList of(Page<SpecView> page) {
        return new SpecList(
                page.total(), page.content().stream().map(SpecList::spec).toList());
    }

    private static ResourceSpec spec(SpecView spec) {
        return new ResourceSpec(
                spec.id(),
                spec.name(),
                new CpuView(spec.architecture(), spec.cores()),
                MemoryView.of(spec.memoryBytes()),
                ProcessorView.of(spec.processor()));
    }
}
