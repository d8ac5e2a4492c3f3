package org.computility.planning.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.computility.shared.database.Repositories;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each statement of a package that writes states makes the transitions of the events that it names, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TransitionsContract {

    protected final StatelessSession session = TestEntities.session(TestDatabase.fresh());

    private final EveryInstance instances = new EveryInstance(session);

    /** A call of each statement for each event that it names. */
    protected abstract List<Call> calls();

    /** One way to call a statement of a repository, over all instances. */
    public record Call(Class<?> repository, String statement, InstanceEvent event, Consumer<EveryInstance> deed) {

        @Override
        public String toString() {
            return named(repository, statement, event);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void makesTheTransitionsOfItsEventAndNoOthers(Call call) {
        assertThat(instances.after(call.deed())).isEqualTo(call.event().transitions());
    }

    @Test
    void callsEachStatementOfThePackageForEachEventThatItNames() {
        assertThat(calls())
                .extracting(Call::toString)
                .containsExactlyInAnyOrderElementsOf(Signs.all()
                        .filter(sign ->
                                sign.repository().getPackage() == getClass().getPackage())
                        .map(sign -> named(sign.repository(), sign.statement(), sign.event()))
                        .toList());
    }

    private static String named(Class<?> repository, String statement, InstanceEvent event) {
        return repository.getSimpleName() + "." + statement + " makes " + event;
    }

    /** One event that a statement names. */
    record Signs(Class<?> repository, String statement, InstanceEvent event) {

        static Stream<Signs> all() {
            return Repositories.statements().stream().flatMap(Signs::of);
        }

        private static Stream<Signs> of(Method statement) {
            Class<?> repository = Repositories.declaring(statement);
            Makes makes = sign(statement);
            return makes == null
                    ? Stream.empty()
                    : Stream.of(makes.value()).map(event -> new Signs(repository, statement.getName(), event));
        }

        /** Null: it names no event. */
        static Makes sign(Method statement) {
            try {
                return Repositories.declaring(statement)
                        .getDeclaredMethod(statement.getName(), statement.getParameterTypes())
                        .getAnnotation(Makes.class);
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    }
}
