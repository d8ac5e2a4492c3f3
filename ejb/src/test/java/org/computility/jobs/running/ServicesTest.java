package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.identity.Role;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobService;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.NewJob;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.RegisterForTests;
import org.computility.jobs.register.ServiceTasks.Replica;
import org.computility.jobs.running.places.Snapshots;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services have no end of their own. */
class ServicesTest {

    private static final Duration MOVE_AFTER = Duration.ofMinutes(5);
    private static final SpecFacts SMALL = new SpecFacts("small", "Small", "X86", 1, 1 << 20, null);

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    private final FakeRuntime serving = new FakeRuntime(clock);
    private final FakeRuntime other = new FakeRuntime(clock);
    private final Map<String, FakeRuntime> centers = Map.of("a-other", other, "b-serving", serving);

    private Submitting submitting;
    private Asking asking;
    private PlacingRound placing;
    private String id;

    @BeforeEach
    void enter() {
        world.open("user", world.organisation(), Role.CONSUMER);
        world.be("user");
        JobSpecs specs = new JobSpecs();
        specs.directory = register.directory();
        submitting = new Submitting(register.queue(), register.reports(), specs, centers::get, clock);
        asking = new Asking(register.queue(), register.reports(), centers::get, Duration.ofSeconds(2), clock);
        placing = new PlacingRound(
                register.placements(),
                new Snapshots(register.placements(), this::seen, spec -> Optional.empty()),
                () -> PlacementRules.EQUAL,
                Placement::round,
                MOVE_AFTER,
                clock);
        NewJob wanted = new NewJob(
                        JobKind.TRAINING,
                        "service",
                        "",
                        SMALL,
                        List.of(),
                        1,
                        "machine",
                        null,
                        null,
                        "true",
                        List.of(),
                        600,
                        5,
                        null)
                .serving(new JobService(9000, "/health"), 31_622_400);
        id = world.sessions
                .commit(() -> register.entry().enter(wanted, world.caller.get()))
                .id();
    }

    @Test
    void aServiceRunsWhereServicesRunAndWhenItAnswers() {
        rounds(1);
        assertThat(other.begun).isEmpty();
        assertThat(serving.begun).hasSize(1);
        assertThat(status()).isEqualTo(JobStatus.PENDING);

        answer(true);
        assertThat(status()).isEqualTo(JobStatus.RUNNING);
        assertThat(story().tasks()).extracting(TaskFacts::endpoint).containsExactly("127.0.0.1:9");

        answer(false);
        assertThat(status()).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void whatEndsIsBegunAgainAfterAPauseThatGrows() {
        rounds(1);
        answer(true);
        serving.end(newest(), 3);
        round();
        assertThat(status()).isEqualTo(JobStatus.PENDING);
        assertThat(story().tasks()).extracting(TaskFacts::reason).containsExactly("ended with exit status 3");
        rounds(2);
        assertThat(serving.begun).hasSize(2);

        serving.end(newest(), 0);
        rounds(2);
        serving.end(newest(), 0);
        rounds(2);
        serving.end(newest(), 0);
        round();
        int begun = serving.begun.size();
        clock.pass(Duration.ofSeconds(1));
        placing.place(() -> true);
        assertThat(story().attempts()).as("it waits for eight seconds").hasSize(begun);
        rounds(3);
        assertThat(serving.begun).hasSize(begun + 1);
        assertThat(register.ended.news()).isEmpty();
    }

    @Test
    void aServiceThatIsRefusedAgainAndAgainHasFailed() {
        serving.refuses = true;
        rounds(12);
        assertThat(status()).isEqualTo(JobStatus.FAILED);
        assertThat(story().job().reason()).isEqualTo("The center refused it.");
    }

    @Test
    void itGrowsAndShrinks() {
        rounds(1);
        answer(true);
        scale(3);
        rounds(3);
        assertThat(serving.running()).hasSize(3);
        assertThat(status()).as("the first one answers").isEqualTo(JobStatus.RUNNING);

        scale(1);
        rounds(2);
        assertThat(serving.running()).hasSize(1);
        assertThat(status()).isEqualTo(JobStatus.RUNNING);
        assertThat(story().job().nodes()).isEqualTo(1);

        scale(2);
        rounds(2);
        assertThat(serving.running()).hasSize(2);
    }

    @Test
    void whatIsStoppedStaysStopped() {
        rounds(1);
        answer(true);
        world.sessions.commit(() -> register.ending().stop(id, null));
        rounds(3);

        assertThat(serving.running()).isEmpty();
        assertThat(serving.begun).hasSize(1);
        assertThat(status()).isEqualTo(JobStatus.STOPPED);
        assertThat(register.services().running()).isEmpty();
        assertThatThrownBy(() -> scale(2)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> world.sessions.commit(
                        () -> register.services().scale(UUID.randomUUID().toString(), 2)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsSeenOfAServiceThatEndedMeanwhileChangesNothing() {
        rounds(1);
        List<Replica> asked = register.services().running();
        world.sessions.commit(() -> register.ending().stop(id, null));

        world.sessions.commit(() -> register.services()
                .seen(
                        UUID.fromString(id),
                        asked.stream()
                                .map(replica -> replica.as("127.0.0.1:9", true))
                                .toList()));

        assertThat(asked).hasSize(1);
        assertThat(status()).isEqualTo(JobStatus.STOPPED);
        assertThat(story().tasks()).allSatisfy(task -> {
            assertThat(task.endpoint()).isNull();
            assertThat(task.serving()).isFalse();
        });
    }

    private void answer(boolean answers) {
        world.sessions.commit(() -> {
            List<Replica> seen = register.services().running().stream()
                    .map(replica -> replica.as("127.0.0.1:9", answers))
                    .toList();
            register.services().seen(UUID.fromString(id), seen);
            return seen;
        });
    }

    private void scale(int replicas) {
        world.sessions.commit(() -> register.services().scale(id, replicas));
    }

    private String newest() {
        return serving.begun.get(serving.begun.size() - 1);
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            round();
        }
    }

    private void round() {
        clock.pass(Duration.ofSeconds(6));
        placing.place(() -> true);
        register.queue().centersToSubmitTo().forEach(submitting::at);
        register.queue().centersToAsk().forEach(asking::at);
    }

    private JobStatus status() {
        return story().job().status();
    }

    private JobStory story() {
        return register.register().story(id, JobKind.ONLINE);
    }

    private List<CenterFacts> seen() {
        return Stream.of("a-other", "b-serving")
                .map(center -> new CenterFacts(
                        center,
                        center,
                        UUID.randomUUID(),
                        true,
                        null,
                        clock.instant(),
                        new JobCapacity(
                                "X86",
                                1L << 40,
                                center.equals("b-serving"),
                                List.of(new NodeCapacity("node", 8, 8, 1L << 34, 1L << 34, null, 0)))))
                .toList();
    }
}
