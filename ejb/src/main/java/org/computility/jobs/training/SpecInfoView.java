package org.computility.jobs.training;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;

/**
 * What a spec gives (T/AI 123.8 table A.45).
 *
 * @param processor absent: none
 */
public record SpecInfoView(Cpu cpu, Processor processor, Memory memory) {

    private static final String UNIT = "GiB";
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final int PLACES = 3;

    /** Table 1. */
    public record Cpu(String arch, int cores) {}

    /**
     * Table 2.
     *
     * @param product absent: any
     * @param memory of each; absent: any
     */
    public record Processor(String type, int count, String product, BigDecimal memory, String memoryUnit) {}

    /** Table 3. */
    public record Memory(BigDecimal size, String unit) {}

    static SpecInfoView of(SpecFacts spec) {
        return new SpecInfoView(
                new Cpu(spec.architecture(), spec.cores()),
                spec.accelerators() == null ? null : processor(spec.accelerators()),
                new Memory(gib(spec.memoryBytes()), UNIT));
    }

    private static Processor processor(Accelerators asked) {
        boolean told = asked.memoryBytes() > 0;
        return new Processor(
                asked.type(),
                asked.count(),
                asked.product().isEmpty() ? null : asked.product(),
                told ? gib(asked.memoryBytes()) : null,
                told ? UNIT : null);
    }

    private static BigDecimal gib(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes)
                .divide(GIB, PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return size.scale() < 0 ? size.setScale(0) : size;
    }
}
