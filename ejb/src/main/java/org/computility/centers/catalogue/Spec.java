package org.computility.centers.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A spec in the catalogue. What it gives never changes: jobs were admitted and priced by it. */
@Entity
@Table(name = "resource_spec")
class Spec {

    @Id
    private String id;

    @Version
    private int version;

    private String name;
    private String architecture;
    private int cores;
    private long memoryBytes;
    private String processorType;

    @Column
    private String processorProduct;

    private int processorCount;

    @Column
    private long processorMemoryBytes;

    @Column
    private Instant createdAt;

    protected Spec() {}

    /** @param wanted with its id */
    static Spec of(NewSpec wanted, Instant now) {
        Spec spec = new Spec();
        spec.id = wanted.id();
        spec.name = wanted.name();
        spec.architecture = wanted.architecture();
        spec.cores = wanted.cores();
        spec.memoryBytes = wanted.memoryBytes();
        SpecProcessor processor = wanted.processor();
        if (processor != null) {
            spec.processorType = processor.type();
            spec.processorProduct = processor.product();
            spec.processorCount = processor.count();
            spec.processorMemoryBytes = processor.memoryBytes();
        }
        spec.createdAt = now;
        return spec;
    }

    void rename(String next) {
        name = next;
    }

    SpecView view() {
        return new SpecView(id, name, architecture, cores, memoryBytes, processor(), createdAt);
    }

    private SpecProcessor processor() {
        return processorType == null
                ? null
                : new SpecProcessor(processorType, processorProduct, processorCount, processorMemoryBytes);
    }
}
