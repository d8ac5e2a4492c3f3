package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.code;

import jakarta.resource.ResourceException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.SomeNodes;
import org.computility.compute.events.DueNodes.Due;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.TaskReport;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final SomeNodes nodes = new SomeNodes(TestEntities.session(TestDatabase.fresh()));
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final Tasks tasks = new Tasks();
    private final Services services = new Services();
    private final Comparison comparison = new Comparison(
            List.of(tasks, services), nodes.addresses(), accelerators, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aNodeThatIsDueWholeIsAskedForEverything() {
        register(1);

        assertThat(comparison.compare(List.of(whole(1)))).containsExactly(code(1));

        assertThat(accelerators.node(code(1)).asked()).containsExactly("tasks", "services");
        assertThat(tasks.told).containsExactly(new Told<>(code(1), NOON, List.of()));
    }

    @Test
    void otherwiseANodeIsAskedOnlyForWhatShouldBeThere() {
        register(1);
        register(2);
        services.expected.add(code(2));

        comparison.compare(List.of(expected(1), expected(2)));

        assertThat(accelerators.node(code(1)).asked()).isEmpty();
        assertThat(accelerators.node(code(2)).asked()).containsExactly("services");
    }

    @Test
    void theAnswersOfAllNodesAreHandedOverTogether() {
        register(1);
        register(2);

        comparison.compare(List.of(whole(1), whole(2)));

        assertThat(tasks.handed).isEqualTo(1);
        assertThat(tasks.told).hasSize(2);
    }

    @Test
    void whoeverIsSilentIsAskedOnceAndComparedLater() {
        register(1);
        register(2);
        accelerators.node(code(1)).fails(Reason.TIMED_OUT);

        assertThat(comparison.compare(List.of(whole(1), whole(2)))).containsExactly(code(2));

        assertThat(accelerators.node(code(1)).asked()).containsExactly("tasks");
        assertThat(tasks.told).extracting(Told::computeCode).containsExactly(code(2));
    }

    @Test
    void aRefusalIsAnAnswer() {
        register(1);
        accelerators.node(code(1)).fails(Reason.REFUSED);

        assertThat(comparison.compare(List.of(whole(1)))).containsExactly(code(1));

        assertThat(accelerators.node(code(1)).asked()).containsExactly("tasks", "services");
        assertThat(tasks.told).isEmpty();
    }

    @Test
    void whoeverLeftIsNotAsked() {
        assertThat(comparison.compare(List.of(whole(1)))).containsExactly(code(1));

        assertThat(tasks.handed).isZero();
    }

    @Test
    void theNonsenseOfOneNodeIsDroppedAndTheOthersAreTaken() {
        register(1);
        register(2);
        tasks.failure = new IllegalArgumentException("no such state");
        tasks.failsOver = code(1);

        assertThat(comparison.compare(List.of(whole(1), whole(2)))).containsExactlyInAnyOrder(code(1), code(2));

        assertThat(tasks.told).extracting(Told::computeCode).containsExactly(code(2));
    }

    @Test
    void withoutADatabaseNobodyIsDone() {
        register(1);
        register(2);
        tasks.failure = new IllegalStateException("the database is away");
        tasks.failsOver = code(1);

        assertThat(comparison.compare(List.of(whole(1), whole(2)))).isEmpty();
        assertThat(tasks.handed).isEqualTo(1);
    }

    @Test
    void oneKindOfOneNodeCanBeComparedAtOnce() {
        register(1);

        comparison.compare(code(1), services);
        comparison.compare(code(2), services);

        assertThat(accelerators.node(code(1)).asked()).containsExactly("services");
        assertThat(services.told).hasSize(1);
    }

    private void register(int number) {
        nodes.register(number, NOON);
        accelerators.node(code(number));
    }

    private static Due whole(int number) {
        return new Due(code(number), true);
    }

    private static Due expected(int number) {
        return new Due(code(number), false);
    }

    private abstract static class Holding<T> implements NodeHolding<T> {
        final Set<String> expected = new HashSet<>();
        final List<Told<T>> told = new ArrayList<>();
        int handed;
        RuntimeException failure;
        String failsOver;

        @Override
        public Set<String> expectedAt(Collection<String> computeCodes) {
            return expected;
        }

        @Override
        public void compare(List<Told<T>> some) {
            handed++;
            if (some.stream().anyMatch(one -> one.computeCode().equals(failsOver))) {
                throw failure;
            }
            told.addAll(some);
        }
    }

    private static final class Tasks extends Holding<TaskReport> {
        @Override
        public List<TaskReport> ask(AcceleratorConnection node) throws ResourceException {
            return node.tasks();
        }
    }

    private static final class Services extends Holding<LoadedService> {
        @Override
        public List<LoadedService> ask(AcceleratorConnection node) throws ResourceException {
            return node.services();
        }
    }
}
