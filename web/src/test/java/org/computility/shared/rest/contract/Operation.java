package org.computility.shared.rest.contract;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
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
import org.computility.shared.rest.idempotency.IdempotencyFeature;

/** A JAX-RS method found among the classes of this module. */
record Operation(Class<?> type, Method method) {

    private static final Pattern NAMES = Pattern.compile("\\{([^{}]+)}");

    /** All of them, by method and path: {@code GET /platform/v1/accounts/{}}. */
    static Map<String, Operation> allByName() {
        Map<String, Operation> operations = new TreeMap<>();
        resources().forEach(type -> {
            for (Method method : type.getDeclaredMethods()) {
                OperationName.of(method).ifPresent(name -> operations.put(name, new Operation(type, method)));
            }
        });
        return operations;
    }

    boolean isOpen() {
        return method.isAnnotationPresent(Open.class) || type.isAnnotationPresent(Open.class);
    }

    Optional<String> shape() {
        return Optional.ofNullable(method.getAnnotation(Shape.class)).map(Shape::value);
    }

    /** Names of the parameters of the query that the method reads, beans of parameters included. */
    Set<String> queryParameters() {
        return Stream.of(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Stream.of(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map(place -> place.getAnnotation(QueryParam.class))
                .filter(parameter -> parameter != null)
                .map(QueryParam::value)
                .collect(Collectors.toSet());
    }

    /** Whether its calls may carry an {@code Idempotency-Key}, with a body of one type at least. */
    boolean takesKeys() {
        return Stream.of(type.getDeclaredMethods())
                .filter(other -> OperationName.of(other).equals(OperationName.of(method)))
                .anyMatch(IdempotencyFeature::takesKeys);
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
