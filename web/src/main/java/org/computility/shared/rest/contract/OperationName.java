package org.computility.shared.rest.contract;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation is called in code and in the API description alike. */
public final class OperationName {

    private OperationName() {}

    /** The path as documented: {@code /ACSMP/Tasks/{ID}}. */
    public static String path(Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = "/" + method.getDeclaringClass().getAnnotation(Path.class).value()
                + (below == null ? "" : "/" + below.value());
        // A regular expression may hold braces of its own, one level deep.
        String plain = path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** {@code GET /platform/v1/accounts/{}}: what a parameter of the path is called does not matter. Empty for no operation. */
    static Optional<String> of(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> of(verb.value(), path(method)))
                .findFirst();
    }

    static String of(String verb, String path) {
        return verb.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
