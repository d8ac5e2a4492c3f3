package org.computility.shared.database;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The members of many things, column by column, for a statement that takes them all by {@code unnest}. */
public final class Columns {

    private Columns() {}

    /** One member of all of them. */
    public static <T, V> V[] of(Collection<T> things, Function<? super T, V> member, IntFunction<V[]> array) {
        return things.stream().map(member).toArray(array);
    }
}
