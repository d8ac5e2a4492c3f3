package org.computility.centers.rest;

import org.computility.centers.catalogue.NewSpec;

/** A resource spec to be offered; {@code id} and {@code processor} may be null. */
public record NewSpecRequest(String id, String name, CpuView cpu, MemoryView memory, ProcessorView processor) {

    NewSpec wanted() {
        return new NewSpec(
                id,
                name,
                cpu.arch(),
                Math.toIntExact(cpu.cores()),
                memory.bytes("memory.size"),
                processor == null ? null : processor.wanted());
    }
}
