package org.computility.centers.rest;

import java.time.Instant;
import org.computility.centers.catalogue.SpecView;

/** A resource spec as operators keep it. */
public record SpecPictureView(
        String id, String name, CpuView cpu, MemoryView memory, ProcessorView processor, Instant createdAt) {

    static SpecPictureView of(SpecView spec) {
        return new SpecPictureView(
                spec.id(),
                spec.name(),
                new CpuView(spec.architecture(), spec.cores()),
                MemoryView.of(spec.memoryBytes()),
                ProcessorView.of(spec.processor()),
                spec.createdAt());
    }
}
