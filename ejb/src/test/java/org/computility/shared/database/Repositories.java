package org.computility.shared.database;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** All repositories of this module, as the annotation processor made them. */
public final class Repositories {

    private Repositories() {}

    /** The statements of all of them: methods of the classes that were made. */
    public static List<Method> statements() {
        return made().stream()
                .flatMap(made -> Stream.of(made.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && method.getReturnType() != StatelessSession.class)
                .toList();
    }

    /** The interface that declares the statement. */
    public static Class<?> declaring(Method statement) {
        return statement.getDeclaringClass().getInterfaces()[0];
    }

    private static List<? extends Class<?>> made() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith("_.class"))
                    .map(file -> named(classes.relativize(file).toString()))
                    .filter(type -> type.getInterfaces().length == 1)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Sessions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
