package org.computility.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Generic types that the language cannot write as a literal. */
final class Types {

    private Types() {}

    static Type listOf(Class<?> element) {
        return of(List.class, element);
    }

    static Type pageOf(Class<?> element) {
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
