package org.computility.jobs.running;

import java.time.Duration;
import java.util.HashMap;
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
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStory;
import org.computility.jobs.NewJob;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.RegisterForTests;
import org.computility.jobs.running.places.Snapshots;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;

/** A user's jobs at centers of three nodes with eight cores each, of which one, "east", is there from the beginning; time passes by hand. */
abstract class JobsOnCenters {

    static final Duration MOVE_AFTER = Duration.ofMinutes(5);
    static final SpecFacts SMALL = new SpecFacts("small", "Small", "X86", 1, 1 << 20, null);

    final HandClock clock = new HandClock();
    final MarketForTests world = new MarketForTests();
    final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    final Map<String, FakeRuntime> centers = new HashMap<>();

    Submitting submitting;
    Asking asking;
    Forgetting forgetting;
    PlacingRound placing;

    @BeforeEach
    void assemble() {
        world.open("user", world.organisation(), Role.CONSUMER);
        world.be("user");
        centers.put("east", new FakeRuntime(clock));
        JobSpecs specs = new JobSpecs();
        specs.directory = register.directory();
        submitting = new Submitting(register.queue(), register.reports(), specs, centers::get, clock);
        asking = new Asking(register.queue(), register.reports(), centers::get, Duration.ofSeconds(2), clock);
        forgetting = new Forgetting(register.queue(), centers::get, centers::containsKey);
        placing = new PlacingRound(
                register.placements(),
                new Snapshots(register.placements(), this::seen, spec -> Optional.empty()),
                () -> PlacementRules.EQUAL,
                Placement::round,
                MOVE_AFTER,
                clock);
    }

    List<String> places(String id) {
        return story(id).attempts().stream().map(AttemptFacts::centerId).toList();
    }

    void rounds() {
        clock.pass(Duration.ofSeconds(6));
        placing.place(() -> true);
        register.queue().centersToSubmitTo().forEach(submitting::at);
        register.queue().centersToAsk().forEach(asking::at);
    }

    String enter(String name, int nodes) {
        return enter(name, List.of(), nodes);
    }

    String enter(String name, List<String> centerIds, int nodes) {
        return enter(name, centerIds, nodes, List.of());
    }

    String enter(String name, List<String> centerIds, int nodes, List<String> dataSets) {
        NewJob wanted = new NewJob(
                JobKind.TRAINING,
                name,
                "",
                SMALL,
                centerIds,
                nodes,
                "machine",
                null,
                null,
                "true",
                dataSets,
                600,
                5,
                null);
        return world.sessions
                .commit(() -> register.entry().enter(wanted, world.caller.get()))
                .id();
    }

    void end(String id, int exitStatus) {
        story(id).attempts().forEach(attempt -> centers.get("east").end(attempt.runtimeId(), exitStatus));
    }

    void stop(String id) {
        world.sessions.commit(() -> register.ending().stop(id, JobKind.TRAINING));
    }

    void delete(String id) {
        world.sessions.commit(() -> register.ending().delete(id, JobKind.TRAINING));
    }

    JobFacts job(String id) {
        return story(id).job();
    }

    String runtimeId(String id) {
        return story(id).attempts().get(0).runtimeId();
    }

    AttemptState attempt(String id) {
        return story(id).attempts().get(0).state();
    }

    JobStory story(String id) {
        return register.register().story(id, JobKind.TRAINING);
    }

    List<CenterFacts> seen() {
        return centers.entrySet().stream()
                .map(center -> new CenterFacts(
                        center.getKey(),
                        center.getKey(),
                        UUID.randomUUID(),
                        !center.getValue().away,
                        null,
                        clock.instant(),
                        new JobCapacity(
                                "X86",
                                1L << 40,
                                false,
                                false,
                                !center.getValue().withoutData,
                                Stream.of("one", "two", "three")
                                        .map(node -> new NodeCapacity(node, 8, 8, 1L << 34, 1L << 34, null, 0))
                                        .toList())))
                .toList();
    }
}
