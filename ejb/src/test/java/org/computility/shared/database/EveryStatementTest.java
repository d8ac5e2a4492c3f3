package org.computility.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each statement of each repository once, with made-up values, over the migrated schema: the compiler checks HQL, but
 * no column that SQL names. A statement may find nothing, or break a constraint; the schema must know all its words.
 */
class EveryStatementTest {

    /** SQLSTATE 42: a syntax error, or a name or type that the schema does not know. */
    private static final String NOT_UNDERSTOOD = "42";

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    @ParameterizedTest
    @MethodSource("statements")
    void isUnderstoodByTheMigratedSchema(Method statement) throws Exception {
        Object repository = statement
                .getDeclaringClass()
                .getConstructor(StatelessSession.class)
                .newInstance(SESSION);
        statement.setAccessible(true);
        Object[] values = Stream.of(statement.getParameterTypes())
                .map(type ->
                        type == EntityManager.class ? SESSION.getFactory().createEntityManager() : MadeUp.value(type))
                .toArray();
        assertThat(refusal(repository, statement, values)).isNull();
    }

    @Test
    void findsTheRepositories() {
        assertThat(statements()).isNotEmpty();
    }

    static List<Named<Method>> statements() {
        return generated().stream()
                .flatMap(made -> Stream.of(made.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && method.getReturnType() != StatelessSession.class)
                .map(method -> Named.of(
                        method.getDeclaringClass().getInterfaces()[0].getSimpleName() + "." + method.getName(), method))
                .toList();
    }

    /** The classes that the annotation processor made of the repositories. */
    private static List<? extends Class<?>> generated() {
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

    /** What the database or Hibernate does not understand; null when it does. */
    private static String refusal(Object repository, Method statement, Object[] values) throws IllegalAccessException {
        try {
            statement.invoke(repository, values);
            return null;
        } catch (InvocationTargetException e) {
            return within(e.getCause(), SQLException.class)
                    .map(fault -> fault.getSQLState().startsWith(NOT_UNDERSTOOD) ? fault.getMessage() : null)
                    .or(() ->
                            within(e.getCause(), IllegalArgumentException.class).map(Throwable::toString))
                    .orElse(null);
        }
    }

    private static <T extends Throwable> Optional<T> within(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
