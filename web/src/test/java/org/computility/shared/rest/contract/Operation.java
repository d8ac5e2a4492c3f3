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
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.RecordsItsChanges;
import org.computility.shared.rest.RestApplication;

/** A JAX-RS method found among the classes of this module. */
record Operation(Class<?> type, Method method) {

    private static final Pattern NAMES = Pattern.compile("\\{([^{}]+)}");

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

    Optional<String> shape() {
        return Optional.ofNullable(method.getAnnotation(Shape.class)).map(Shape::value);
    }

    /** Names of parameters and members that its {@link Audited} or {@link RecordsItsChanges} is filled from. */
    Set<String> namesOfItsAuditTarget() {
        Stream<String> targets = Stream.of();
        if (method.isAnnotationPresent(Audited.class)) {
            Audited audited = method.getAnnotation(Audited.class);
            targets = Stream.concat(Stream.of(audited.value()), Stream.of("{" + audited.by() + "}"));
        } else if (method.isAnnotationPresent(RecordsItsChanges.class)) {
            targets = Stream.of(method.getAnnotation(RecordsItsChanges.class).value());
        }
        return targets.flatMap(target -> NAMES.matcher(target).results())
                .flatMap(names -> Stream.of(names.group(1).split("\\|")))
                .filter(name -> !name.startsWith("answer") && !name.startsWith("caller."))
                .collect(Collectors.toSet());
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
