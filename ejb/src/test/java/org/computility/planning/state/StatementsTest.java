package org.computility.planning.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.planning.state.TransitionsContract.Signs;
import org.computility.shared.database.Repositories;
import org.junit.jupiter.api.Test;

/** No statement of any room writes the state of an instance without saying so. */
class StatementsTest {

    private static final Pattern CHANGE =
            Pattern.compile("(?is)update (?:task_instance|TaskInstance)(?: i)? set (.*?)\\b(?:from|where)\\b");

    private static final Pattern NEW = Pattern.compile("(?is)insert into (?:task_instance|TaskInstance) \\((.*?)\\)");

    @Test
    void whoeverWritesAStateNamesItsEvents() {
        List<Method> writers = Repositories.statements().stream()
                .filter(StatementsTest::writesStates)
                .toList();

        assertThat(writers)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Repositories.statements().stream()
                        .filter(statement -> Signs.sign(statement) != null)
                        .toList());
    }

    @Test
    void everyEventIsMade() {
        assertThat(Signs.all().map(Signs::event).collect(Collectors.toSet())).containsOnly(InstanceEvent.values());
    }

    /** Each of these has a test that follows the contract. */
    @Test
    void writersStandInTheRoomsThatMoveInstances() {
        Set<String> packages =
                Signs.all().map(sign -> sign.repository().getPackageName()).collect(Collectors.toSet());

        assertThat(packages)
                .containsExactlyInAnyOrder(
                        "org.computility.planning",
                        "org.computility.planning.dispatch",
                        "org.computility.planning.dispatch.preemption",
                        "org.computility.planning.inspection",
                        "org.computility.planning.periodic");
    }

    @Test
    void seesWhichStatementsWriteStates() {
        assertThat(writesStates("update task_instance i set wanted = true,\n state = 'ERROR' where i.id = :id"))
                .isTrue();
        assertThat(writesStates("with a as (insert into task_instance (id, state) select 1) select 1"))
                .isTrue();
        assertThat(writesStates("update TaskInstance set state = :state where id = :id"))
                .isTrue();
        assertThat(writesStates("update task_instance i set wanted = true where state = 'ERROR'"))
                .isFalse();
    }

    private static boolean writesStates(Method statement) {
        return text(statement).map(StatementsTest::writesStates).orElse(false);
    }

    private static boolean writesStates(String statement) {
        Matcher change = CHANGE.matcher(statement);
        Matcher fresh = NEW.matcher(statement);
        return change.results().anyMatch(found -> found.group(1).matches("(?s)(.*,)?\\s*state\\s*=.*"))
                || fresh.results().anyMatch(found -> found.group(1).matches("(?s).*\\bstate\\b.*"));
    }

    /** The processor keeps each text in a constant, named by the method and its parameters. */
    private static java.util.Optional<String> text(Method statement) {
        String name = Stream.concat(
                        Stream.of(
                                statement.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)),
                        Stream.of(statement.getParameterTypes())
                                .map(type -> type.getSimpleName().replace("[]", "Array")))
                .collect(Collectors.joining("_"));
        return Stream.of(statement.getDeclaringClass().getDeclaredFields())
                .filter(field ->
                        field.getType() == String.class && field.getName().equals(name))
                .map(StatementsTest::value)
                .findFirst();
    }

    private static String value(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
