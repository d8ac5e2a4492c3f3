package org.computility.centers.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** How much a center computes at most, by what its products compute at FP16 ({@code computing-power.properties}). */
public final class ComputingPower {

    private static final Map<String, BigInteger> BY_PRODUCT = read();

    private ComputingPower() {}

    /** Floating-point operations a second of all its accelerators; empty where it has none, or one of unknown power. */
    static Optional<BigInteger> of(JobCapacity capacity) {
        return of(capacity.nodes().stream().map(NodeCapacity::accelerators).toList());
    }

    /** The same of those accelerators; null among them stands for none. */
    public static Optional<BigInteger> of(Collection<Accelerators> all) {
        List<Accelerators> accelerators =
                all.stream().filter(each -> each != null && each.count() > 0).toList();
        if (accelerators.isEmpty() || !accelerators.stream().allMatch(each -> BY_PRODUCT.containsKey(key(each)))) {
            return Optional.empty();
        }
        return accelerators.stream()
                .map(each -> BY_PRODUCT.get(key(each)).multiply(BigInteger.valueOf(each.count())))
                .reduce(BigInteger::add);
    }

    private static String key(Accelerators accelerators) {
        return accelerators.product() == null ? "" : accelerators.product().toLowerCase(Locale.ROOT);
    }

    private static Map<String, BigInteger> read() {
        Properties table = new Properties();
        try (InputStream file = ComputingPower.class.getResourceAsStream("computing-power.properties");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            table.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, BigInteger> power = new HashMap<>();
        table.stringPropertyNames()
                .forEach(product -> power.put(
                        product.toLowerCase(Locale.ROOT),
                        new BigDecimal(table.getProperty(product)).toBigIntegerExact()));
        return power;
    }
}
