package org.computility.client.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.computility.client.Page;

/** Generic types that the language cannot write as a literal. */
public final class Types {

    private Types() {}

    public static Type listOf(Class<?> element) {
        return of(List.class, element);
    }

    public static Type pageOf(Class<?> element) {
        return of(Page.class, element);
    }

    private static Type of(Class<?> raw, Class<?> argument) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {argument};
            }

            @Override
            public Type getRawType() {
                return raw;
            }

            @Override
            public Type getOwnerType() {
                return null;
            }
        };
    }
}
