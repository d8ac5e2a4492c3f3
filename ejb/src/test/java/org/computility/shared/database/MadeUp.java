package org.computility.shared.database;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.Page;

/** A value of any type that a statement's parameter may have. */
final class MadeUp {

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "1"),
            Map.entry(UUID.class, UUID.randomUUID()),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(byte.class, (byte) 1),
            Map.entry(short.class, (short) 1),
            Map.entry(Short.class, (short) 1),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(Double.class, 1.0),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(Page.class, Page.first(10)),
            Map.entry(List.class, List.of()));

    private MadeUp() {}

    static Object value(Class<?> type) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, value(type.getComponentType()));
            return array;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (!VALUES.containsKey(type)) {
            throw new AssertionError("add a value of " + type + " to MadeUp");
        }
        return VALUES.get(type);
    }
}
