package org.computility.client;

import static java.util.Map.entry;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Something to call any method of the client with. */
final class Samples {

    private final Map<Class<?>, Object> byType;

    /** @param file that exists */
    Samples(Path file) {
        byType = Map.ofEntries(
                // A month, where a method reads one.
                entry(String.class, "2026-11"),
                entry(int.class, 1),
                entry(Integer.class, 1),
                entry(long.class, 1L),
                entry(Long.class, 1L),
                entry(double.class, 1.0),
                entry(Double.class, 1.0),
                entry(boolean.class, true),
                entry(Boolean.class, true),
                entry(BigDecimal.class, BigDecimal.ONE),
                entry(UUID.class, new UUID(1, 1)),
                entry(Instant.class, Instant.EPOCH),
                entry(LocalDate.class, LocalDate.EPOCH),
                entry(LocalDateTime.class, LocalDate.EPOCH.atStartOfDay()),
                entry(YearMonth.class, YearMonth.of(2026, 11)),
                entry(URI.class, URI.create("http://h/")),
                entry(Path.class, file),
                entry(List.class, List.of()),
                entry(Set.class, Set.of()),
                entry(Map.class, Map.of()),
                entry(JsonObject.class, JsonValue.EMPTY_JSON_OBJECT),
                entry(JsonValue.class, JsonValue.EMPTY_JSON_OBJECT),
                entry(OutputStream.class, OutputStream.nullOutputStream()),
                entry(Consumer.class, (Consumer<Object>) ignored -> {}));
    }

    Object of(Class<?> type) throws ReflectiveOperationException {
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Object sample = byType.get(type);
        if (sample == null) {
            throw new AssertionError("There is no sample of " + type);
        }
        return sample;
    }

    Object[] of(Class<?>... types) throws ReflectiveOperationException {
        Object[] samples = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            samples[i] = of(types[i]);
        }
        return samples;
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        Class<?>[] members = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(members);
        return constructor.newInstance(of(members));
    }
}
