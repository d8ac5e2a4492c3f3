package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.identity.Role;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.NewJob;
import org.computility.jobs.TaskRan;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.PlacementRules.Share;
import org.computility.jobs.register.RegisterForTests;
import org.computility.jobs.running.places.Snapshots;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One organisation borrows a center of two nodes with two cores each; another is assured of some of it. */
class ReclaimedJobsTest {

    private static final Duration MOVE_AFTER = Duration.ofMinutes(5);
    private static final long GIB = 1L << 30;
    private static final int CORES = 2;
    private static final SpecFacts CORE = new SpecFacts("core", "One core", "X86", 1, 1 << 20, null);
    private static final SpecFacts NODE = new SpecFacts("node", "A node", "X86", CORES, 1 << 20, null);

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    private final FakeRuntime center = new FakeRuntime(clock);
    private final UUID borrower = world.organisation();
    private final UUID assured = world.organisation();
    private final Map<UUID, Share> shares = new HashMap<>();

    private Submitting submitting;
    private Asking asking;
    private PlacingRound placing;

    @BeforeEach
    void assemble() {
        world.open("borrower", borrower, Role.CONSUMER);
        world.open("assured", assured, Role.CONSUMER);
        JobSpecs specs = new JobSpecs();
        specs.directory = register.directory();
        submitting = new Submitting(register.queue(), register.reports(), specs, id -> center, clock);
        asking = new Asking(register.queue(), register.reports(), id -> center, Duration.ofSeconds(2), clock);
        placing = new PlacingRound(
                register.placements(),
                new Snapshots(register.placements(), this::seen, spec -> Optional.empty()),
                () -> new PlacementRules(shares, Share.EQUAL, ScoreWeights.USUAL),
                Placement::round,
                MOVE_AFTER,
                clock);
        quota(borrower, CORES);
        quota(assured, CORES);
    }

    @Test
    void theNewestJobGoesBackAndRunsAgainLater() {
        String old = enter("borrower", NODE, 1);
        rounds();
        String young = enter("borrower", NODE, 1);
        rounds();
        assertThat(List.of(status(old), status(young))).containsOnly(JobStatus.RUNNING);

        clock.pass(Duration.ofSeconds(20));
        String entitled = enter("assured", NODE, 1);
        rounds();
        JobStory back = story(young);
        assertThat(back.job().status()).isEqualTo(JobStatus.PENDING);
        assertThat(back.job().reason())
                .isEqualTo("ended for organisation " + assured + ", which was assured of what it borrowed");
        assertThat(back.attempts().get(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(back.attempts().get(0).reason()).isEqualTo(back.job().reason());
        assertThat(ran(back.attempts().get(0)).last())
                .as("what it ran is charged")
                .isTrue();

        rounds();
        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
        assertThat(status(old)).isEqualTo(JobStatus.RUNNING);
        assertThat(status(young)).isEqualTo(JobStatus.PENDING);

        end(entitled);
        rounds();
        rounds();
        assertThat(status(young)).isEqualTo(JobStatus.RUNNING);
        assertThat(story(young).job().reason()).isNull();
        end(young);
        rounds();
        assertThat(status(young)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(story(young).attempts()).extracting(AttemptFacts::number).containsExactly(1, 2);
    }

    @Test
    void theRoomIsGivenOnlyWhenItIsReallyFree() {
        String young = borrowAll();
        String entitled = enter("assured", NODE, 1);
        tick();
        placing.place(() -> true);
        assertThat(attempt(young).toEnd()).isTrue();
        assertThat(status(young)).as("until its center says that it has ended").isEqualTo(JobStatus.RUNNING);

        center.away = true;
        rounds();
        rounds();
        assertThat(center.running()).contains(attempt(young).runtimeId());
        assertThat(story(entitled).attempts()).isEmpty();

        center.away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();
        rounds();
        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void whoDiesBetweenTellingAndWritingTellsAgain() {
        String young = borrowAll();
        String entitled = enter("assured", NODE, 1);
        tick();
        placing.place(() -> true);
        center.callerDiesAfterNext = true;
        clock.pass(Duration.ofSeconds(5));
        assertThatThrownBy(() -> asking.at("east")).hasMessage("killed");
        assertThat(status(young)).isEqualTo(JobStatus.RUNNING);

        // What the dead one had claimed is free again.
        clock.pass(Duration.ofMinutes(2));
        rounds();
        rounds();
        assertThat(status(young)).isEqualTo(JobStatus.PENDING);
        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void whoDiesBetweenTwoJobsLeavesTheOtherToTheNextRoundAndNoMoreAreEnded() {
        quota(borrower, 0);
        List<String> borrowed = List.of(
                enter("borrower", CORE, 1),
                enter("borrower", CORE, 1),
                enter("borrower", CORE, 1),
                enter("borrower", CORE, 1));
        rounds();
        assertThat(borrowed).allMatch(id -> status(id) == JobStatus.RUNNING);

        String entitled = enter("assured", NODE, 1);
        List<String> onOneNode = borrowed.stream()
                .filter(id -> node(id).equals(node(borrowed.get(0))))
                .toList();
        register.placements().reclaim(UUID.fromString(onOneNode.get(0)), "ended, and then the server died");
        rounds();
        rounds();

        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
        assertThat(borrowed).filteredOn(id -> status(id) == JobStatus.PENDING).hasSize(2);
    }

    @Test
    void allTasksOfAJobGoBackTogether() {
        quota(borrower, 0);
        String gang = enter("borrower", NODE, 2);
        rounds();
        assertThat(center.running()).hasSize(2);

        enter("assured", CORE, 1);
        tick();
        placing.place(() -> true);
        JobStory told = story(gang);
        assertThat(told.attempts()).allMatch(AttemptFacts::toEnd);

        // One has ended, the other not yet: the first is not placed alone, though it has room.
        center.end(told.attempts().get(0).runtimeId(), 143);
        clock.pass(Duration.ofSeconds(5));
        register.reports()
                .take(
                        UUID.fromString(gang),
                        List.of(center.reportOf(told.attempts().get(0).runtimeId())),
                        clock.instant());
        shares.clear();
        placing.place(() -> true);
        assertThat(story(gang).attempts()).hasSize(2);
        assertThat(status(gang)).isEqualTo(JobStatus.RUNNING);

        rounds();
        assertThat(story(gang).tasks()).allMatch(task -> task.status() == JobStatus.PENDING);
    }

    @Test
    void aGangOfWhichATaskIsSilentBeginsAnewTogetherOrNotAtAll() {
        quota(borrower, 0);
        String gang = enter("borrower", NODE, 2);
        rounds();
        String entitled = enter("assured", CORE, 1);
        tick();
        placing.place(() -> true);
        String silent = story(gang).attempts().get(1).runtimeId();
        center.garbled.add(silent);
        rounds();
        rounds();
        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
        end(entitled);
        rounds();
        assertThat(story(gang).attempts()).extracting(AttemptFacts::state).contains(AttemptState.CANCELLED);
        shares.clear();
        clock.pass(MOVE_AFTER.plusMinutes(1));
        placing.place(() -> true);
        assertThat(story(gang).attempts()).hasSize(2);

        center.garbled.clear();
        rounds();
        rounds();
        assertThat(story(gang).attempts()).hasSize(4);
        assertThat(center.running()).hasSize(2);
    }

    @Test
    void whatIsTakenBackIsNotLost() {
        quota(borrower, 0);
        String young = enter("borrower", NODE, 2);
        for (int time = 0; time < 6; time++) {
            rounds();
            rounds();
            assertThat(status(young)).as("time %d", time).isEqualTo(JobStatus.RUNNING);
            String entitled = enter("assured", NODE, 1);
            rounds();
            rounds();
            assertThat(status(entitled))
                    .as("each time a job within its quota begins")
                    .isEqualTo(JobStatus.RUNNING);
            assertThat(status(young)).isEqualTo(JobStatus.PENDING);
            end(entitled);
            rounds();
        }
        rounds();
        assertThat(story(young).attempts()).hasSize(14);
        assertThat(status(young)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void whatNobodyHasToldYetGoesBackAtOnce() {
        quota(borrower, 0);
        String young = enter("borrower", NODE, 2);
        tick();
        placing.place(() -> true);
        String entitled = enter("assured", NODE, 1);
        tick();
        placing.place(() -> true);
        assertThat(attempt(young).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(status(young)).isEqualTo(JobStatus.PENDING);

        rounds();
        assertThat(status(entitled)).isEqualTo(JobStatus.RUNNING);
        assertThat(center.begun).hasSize(1);
    }

    @Test
    void whatEndsByItselfBeforeItIsToldHasSucceeded() {
        String young = borrowAll();
        enter("assured", NODE, 1);
        tick();
        placing.place(() -> true);
        end(young);
        rounds();

        assertThat(status(young)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aUserStopsWhatIsBeingTakenBack() {
        String young = borrowAll();
        enter("assured", NODE, 1);
        tick();
        placing.place(() -> true);
        world.be("borrower");
        world.sessions.commit(() -> register.ending().stop(young, JobKind.TRAINING));
        rounds();
        rounds();

        assertThat(status(young)).isEqualTo(JobStatus.STOPPED);
        assertThat(story(young).attempts()).hasSize(1);
    }

    /** The borrower runs on both nodes; the job that is above its quota. */
    private String borrowAll() {
        enter("borrower", NODE, 1);
        rounds();
        String young = enter("borrower", NODE, 1);
        rounds();
        assertThat(status(young)).isEqualTo(JobStatus.RUNNING);
        return young;
    }

    private void quota(UUID organisation, int cores) {
        shares.put(organisation, new Share(1, new Amount(cores, 1000 * GIB, 0)));
    }

    private void tick() {
        clock.pass(Duration.ofSeconds(1));
    }

    private void rounds() {
        clock.pass(Duration.ofSeconds(6));
        placing.place(() -> true);
        register.queue().centersToSubmitTo().forEach(submitting::at);
        register.queue().centersToAsk().forEach(asking::at);
    }

    private String enter(String user, SpecFacts spec, int nodes) {
        world.be(user);
        NewJob wanted = new NewJob(
                JobKind.TRAINING,
                UUID.randomUUID().toString(),
                "",
                spec,
                List.of(),
                nodes,
                "machine",
                null,
                null,
                "true",
                List.of(),
                600,
                5,
                null);
        return world.sessions
                .commit(() -> register.entry().enter(wanted, world.caller.get()))
                .id();
    }

    private void end(String id) {
        JobStory story = story(id);
        story.attempts().stream()
                .filter(attempt -> !attempt.state().isFinal())
                .forEach(attempt -> center.end(attempt.runtimeId(), 0));
    }

    private JobStatus status(String id) {
        return story(id).job().status();
    }

    private AttemptFacts attempt(String id) {
        return story(id).attempts().get(0);
    }

    private String node(String id) {
        return attempt(id).placement().node();
    }

    private TaskRan ran(AttemptFacts attempt) {
        return register.ran.news().stream()
                .filter(news -> news.taskId().equals(attempt.taskId()) && news.attempt() == attempt.number())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private JobStory story(String id) {
        world.be(List.of("borrower", "assured").stream()
                .filter(user -> owns(user, id))
                .findFirst()
                .orElseThrow());
        return register.register().story(id, JobKind.TRAINING);
    }

    private boolean owns(String user, String id) {
        UUID organisation = user.equals("borrower") ? borrower : assured;
        return register.directory()
                .job(UUID.fromString(id))
                .filter(job -> job.organisationId().equals(organisation))
                .isPresent();
    }

    /** The center tells truly what is free of its nodes. */
    private List<CenterFacts> seen() {
        return List.of(new CenterFacts(
                "east",
                "East",
                UUID.randomUUID(),
                !center.away,
                null,
                clock.instant(),
                new JobCapacity("X86", 1L << 40, List.of(seen("n1"), seen("n2")))));
    }

    private NodeCapacity seen(String name) {
        int used = register.placements().live().stream()
                .filter(live -> live.attempt().placement().node().equals(name))
                .filter(live -> center.running().contains(live.attempt().runtimeId()))
                .filter(live -> live.attempt().startedAt() != null)
                .filter(live -> live.attempt().startedAt().isBefore(clock.instant()))
                .mapToInt(live -> live.job().spec().cores())
                .sum();
        return new NodeCapacity(name, CORES, CORES - used, 64 * GIB, 32 * GIB, null, 0);
    }
}
