package org.computility.shared.rest.contract;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.RestApplication;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** A JAX-RS method found among the classes of this module. */
record Operation(Class<?> type, Method method) {

    /** All of them, by method and path: {@code GET /platform/v1/accounts/{}}. */
    static Map<String, Operation> allByName() {
        Map<String, Operation> operations = new TreeMap<>();
        resources().forEach(type -> {
            for (Method method : type.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        operations.put(name(verb.value(), path(type, method)), new Operation(type, method));
                    }
                }
            }
        });
        return operations;
    }

    /** What a parameter of a path is called does not matter. */
    static String name(String verb, String path) {
        return verb.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    boolean isOpen() {
        return method.isAnnotationPresent(Open.class) || type.isAnnotationPresent(Open.class);
    }

    Family family() {
        InFamily named = method.getAnnotation(InFamily.class);
        return (named == null ? type.getAnnotation(InFamily.class) : named).value();
    }

    Optional<String> shape() {
        return Optional.ofNullable(method.getAnnotation(Shape.class)).map(Shape::value);
    }

    private static String path(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = "/" + type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        // A regular expression may hold braces of its own, one level deep.
        String plain = path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static Stream<Class<?>> resources() {
        try {
            var classes = java.nio.file.Path.of(RestApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
                return files
                        .map(file -> classes.relativize(file).toString())
                        .filter(file -> file.endsWith("Resource.class"))
                        .<Class<?>>map(Operation::load)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
