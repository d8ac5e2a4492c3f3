package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.centers.registration.CenterRemoval;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.identity.Role;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.NewJob;
import org.computility.jobs.TaskRan;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.AttemptReports;
import org.computility.jobs.register.RegisterForTests;
import org.computility.jobs.shares.ShareRules;
import org.computility.shared.Conflict;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs go from round to round, whatever fails in between. */
class RunningJobsTest {

    private static final Duration MOVE_AFTER = Duration.ofMinutes(5);
    private static final SpecFacts SMALL = new SpecFacts("small", "Small", "X86", 1, 1 << 20, null);

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    private final Map<String, FakeRuntime> centers = new HashMap<>();

    private Submitting submitting;
    private Asking asking;
    private Forgetting forgetting;
    private PlacingRound placing;

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

    @Test
    void aJobRunsAndEnds() {
        String id = enter("one", 1);
        rounds();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);

        clock.pass(Duration.ofSeconds(10));
        end(id, 0);
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(register.ended.news()).extracting(JobEnded::status).containsExactly(JobStatus.SUCCEEDED);
        TaskRan last = register.ran.news().get(register.ran.news().size() - 1);
        assertThat(last.last()).isTrue();
        assertThat(Duration.between(last.from(), last.to())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whoeverDiesAfterSubmittingSubmitsTheSameAgain() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");
        assertThat(attempt(id)).isEqualTo(AttemptState.SUBMITTING);

        clock.pass(Duration.ofMinutes(3));
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").begun).hasSize(1);
    }

    @Test
    void whoDiedIsFollowedWithinHalfAMinute() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");

        clock.pass(Duration.ofSeconds(31));
        submitting.prolong();
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").begun).hasSize(1);
    }

    @Test
    void aClaimLastsAsLongAsItsServerWorks() {
        List<List<String>> offered = new ArrayList<>();
        enter("one", 1);
        placing.place(() -> true);
        centers.get("east").meanwhile = () -> {
            for (int call = 0; call < 6; call++) {
                clock.pass(Duration.ofSeconds(20));
                submitting.prolong();
                offered.add(register.queue().centersToSubmitTo());
            }
            clock.pass(Duration.ofSeconds(31));
            offered.add(register.queue().centersToSubmitTo());
        };
        submitting.at("east");

        assertThat(offered.subList(0, 6)).allMatch(List::isEmpty);
        assertThat(offered.get(6)).containsExactly("east");
        assertThat(register.queue().centersToSubmitTo()).isEmpty();
    }

    @Test
    void whatAnotherServerHasClaimedSinceIsLeftToIt() {
        enter("one", 1);
        enter("two", 1);
        placing.place(() -> true);
        HandClock fast = new HandClock();
        fast.set(clock.instant().plus(Duration.ofMinutes(1)));
        RegisterForTests other = new RegisterForTests(world.sessions, world.caller, fast);
        List<AttemptFacts> theirs = new ArrayList<>();
        centers.get("east").meanwhile = () -> {
            clock.pass(Duration.ofSeconds(16));
            theirs.addAll(other.queue().claimToSubmit("east", Duration.ofSeconds(30), 50));
            submitting.prolong();
        };
        submitting.at("east");

        assertThat(theirs).hasSize(2);
        assertThat(centers.get("east").begun).hasSize(1);
        assertThat(register.queue().centersToSubmitTo()).isEmpty();
    }

    @Test
    void aFailedTaskFailsItsJobAndStopsTheOthers() {
        String id = enter("three", 3);
        rounds();
        assertThat(centers.get("east").running()).hasSize(3);

        centers.get("east").end(story(id).attempts().get(0).runtimeId(), 7);
        rounds();
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).reason()).isEqualTo("ended with exit status 7");
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(story(id).tasks())
                .extracting(task -> task.status())
                .containsOnly(JobStatus.FAILED, JobStatus.STOPPED);
    }

    @Test
    void aJobThatIsStoppedWhileItIsSubmittedNeverRunsOn() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(() -> submitting.at("east")).hasMessage("killed");

        stop(id);
        clock.pass(Duration.ofMinutes(3));
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(attempt(id)).isEqualTo(AttemptState.CANCELLED);
        assertThatThrownBy(() -> stop(id)).isInstanceOf(Conflict.class);
    }

    @Test
    void aStopReachesACenterThatWasAway() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").away = true;
        stop(id);
        rounds();
        assertThat(centers.get("east").running()).hasSize(1);

        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();

        assertThat(centers.get("east").running()).isEmpty();
    }

    @Test
    void aLostTaskBeginsAnewWithItsReason() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").lose(story(id).attempts().get(0).runtimeId());
        rounds();
        rounds();

        JobStory story = story(id);
        assertThat(story.attempts()).hasSize(2);
        assertThat(story.attempts().get(0).state()).isEqualTo(AttemptState.LOST);
        assertThat(story.attempts().get(0).reason()).isEqualTo("not known");
        assertThat(story.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").running()).hasSize(1);
    }

    @Test
    void aTaskIsLostOnlySoOften() {
        String id = enter("one", 1);
        for (int loss = 0; loss < 5; loss++) {
            rounds();
            rounds();
            List.copyOf(centers.get("east").running()).forEach(centers.get("east")::lose);
        }
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.UNKNOWN);
    }

    @Test
    void aRefusedTaskFailsWithWordsThatKeepTheCentersInside() {
        centers.get("east").refuses = true;
        String id = enter("one", 1);
        for (int loss = 0; loss < 5; loss++) {
            rounds();
        }

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).reason()).isEqualTo("The center refused it.");
    }

    @Test
    void aTaskOfACenterThatStaysAwayMovesAndTheOldOneIsEndedWhenTheCenterIsBack() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").away = true;
        rounds();
        Instant left = clock.instant();
        clock.pass(MOVE_AFTER.minusSeconds(20));
        rounds();
        assertThat(story(id).attempts()).as("too early").hasSize(1);

        clock.pass(Duration.ofMinutes(1));
        rounds();
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);

        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(register.ran.news())
                .filteredOn(ran -> ran.attempt() == 1)
                .extracting(TaskRan::to)
                .as("its time in silence")
                .allMatch(to -> !to.isAfter(left));
    }

    @Test
    void aTaskWithNowhereElseToGoStaysAndIsFoundAgain() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").away = true;
        rounds();
        clock.pass(MOVE_AFTER.multipliedBy(3));
        rounds();
        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();

        assertThat(story(id).attempts()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aDeletedJobIsForgottenEverywhere() {
        String id = enter("one", 1);
        rounds();
        String runtimeId = story(id).attempts().get(0).runtimeId();
        assertThatThrownBy(() -> delete(id)).isInstanceOf(Conflict.class);
        end(id, 0);
        rounds();

        delete(id);
        clock.pass(Duration.ofSeconds(6));
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(forgetting::forget).hasMessage("killed");
        clock.pass(Duration.ofMinutes(5));
        forgetting.forget();

        assertThat(centers.get("east").knows(runtimeId)).isFalse();
        assertThat(register.directory().job(UUID.fromString(id))).isEmpty();
        assertThat(enter("one", 1)).as("the name is free").isNotEqualTo(id);
    }

    @Test
    void oneAttemptThatIsNotForgottenHoldsUpNoOther() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        rounds();
        String runtimeId = runtimeId(good);
        centers.get("east").end(runtimeId(bad), 0);
        centers.get("east").end(runtimeId, 0);
        rounds();
        centers.get("east").garbled.add(runtimeId(bad));
        delete(bad);
        delete(good);
        clock.pass(Duration.ofSeconds(6));
        forgetting.forget();

        assertThat(centers.get("east").knows(runtimeId)).isFalse();
        assertThat(register.directory().job(UUID.fromString(good))).isEmpty();
        assertThat(register.directory().job(UUID.fromString(bad))).isPresent();
    }

    @Test
    void whatRunsOnAtACenterThatIsThereAgainIsEndedBeforeItIsForgotten() {
        String id = enter("one", 1);
        rounds();
        FakeRuntime east = centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        rounds();
        centers.put("east", east);
        assertThat(east.running()).hasSize(1);
        centers.get("west").running().forEach(each -> centers.get("west").end(each, 0));
        rounds();
        delete(id);
        clock.pass(Duration.ofMinutes(1));
        forgetting.forget();

        assertThat(east.running()).isEmpty();
        assertThat(register.directory().job(UUID.fromString(id))).isEmpty();
    }

    @Test
    void whatRunsOnAtACenterThatIsThereAgainIsEndedWhileItsJobGoesOn() {
        String id = enter("one", 1);
        rounds();
        FakeRuntime east = centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        rounds();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        clock.pass(Duration.ofMinutes(1));
        LeftBehind left = new LeftBehind(register.queue(), centers::get, centers::containsKey);
        assertThat(left.centers()).as("nobody to be told").isEmpty();

        centers.put("east", east);
        east.away = true;
        assertThat(left.centers()).containsExactly("east");
        left.endAt("east");
        assertThat(east.running()).hasSize(1);
        assertThat(left.centers()).as("again later").isEmpty();

        east.away = false;
        clock.pass(Duration.ofMinutes(1));
        left.centers().forEach(left::endAt);
        assertThat(east.running()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(left.centers()).isEmpty();
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void runningTimeIsToldOnceAMinuteAndNeverGoesBack() {
        enter("one", 1);
        for (int minute = 0; minute < 3; minute++) {
            rounds();
            clock.pass(Duration.ofSeconds(61));
        }
        rounds();

        List<Instant> told = register.ran.news().stream().map(TaskRan::to).toList();
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(register.ran.news().stream().map(TaskRan::from).distinct()).hasSize(1);
    }

    @Test
    void oneBadAttemptHoldsUpNoOtherThatIsHandedOver() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        placing.place(() -> true);
        centers.get("east").garbled.add(runtimeId(bad));
        rounds();
        assertThat(job(good).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job(bad).status()).isEqualTo(JobStatus.PENDING);

        centers.get("east").garbled.clear();
        rounds();

        assertThat(job(bad).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void oneBadAttemptHoldsUpNoOtherThatIsAskedFor() {
        String bad = enter("bad", 1);
        String good = enter("good", 1);
        rounds();
        centers.get("east").garbled.add(runtimeId(bad));
        stop(bad);
        end(good, 0);
        rounds();
        assertThat(job(good).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(story(bad).attempts().get(0).silentSince()).isNotNull();

        centers.get("east").garbled.clear();
        rounds();

        assertThat(attempt(bad)).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void aServerThatLosesItsLeaseInARoundPlacesNothingMore() {
        String id = enter("one", 1);
        placing.place(() -> false);
        assertThat(story(id).attempts()).isEmpty();

        placing.place(() -> true);
        assertThat(story(id).attempts()).hasSize(1);
    }

    @Test
    void aTaskDoesNotGoBackToTheCenterThatLostItWhileAnotherCouldTakeIt() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").lose(runtimeId(id));
        rounds();
        rounds();

        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(story(id).attempts().get(1).placement().avoided())
                .containsExactly(new ChosenPlace.Avoided("east", "not known"));
    }

    @Test
    void aTaskGoesBackToTheCenterThatRefusedItWhenNoOtherCouldTakeIt() {
        centers.get("east").refuses = true;
        centers.put("west", new FakeRuntime(clock));
        centers.get("west").refuses = true;
        String id = enter("one", 1);
        rounds();
        rounds();
        assertThat(places(id)).as("one after the other").containsExactly("east", "west");

        rounds();
        assertThat(places(id)).as("both have refused").hasSize(3);
        centers.get("west").away = true;
        centers.get("east").refuses = false;
        rounds();
        assertThat(places(id)).last().isEqualTo("east");
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aTaskKeepsAwayFromACenterOnlySoLong() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").lose(runtimeId(id));
        clock.pass(Duration.ofSeconds(6));
        asking.at("east");
        clock.pass(MOVE_AFTER);
        rounds();

        assertThat(places(id)).containsExactly("east", "east");
    }

    @Test
    void whatWaitsIsToldOnceWhenItMayStartAndWhatStartsAtOnceIsNot() {
        String runs = enter("runs", 3);
        clock.pass(Duration.ofSeconds(6));
        NetworkNow network = network();
        Forecasting forecasting = new Forecasting(register.placements(), network::look);
        forecasting.tell(() -> true);
        assertThat(job(runs).forecastAt()).isNull();

        String never = enter("never", 4);
        clock.pass(Duration.ofSeconds(2));
        forecasting.tell(() -> true);
        assertThat(job(never).forecastAt()).isEqualTo(clock.instant());
        assertThat(job(never).forecastStart()).isNull();
        Instant told = clock.instant();
        clock.pass(Duration.ofSeconds(2));
        forecasting.tell(() -> true);
        assertThat(job(never).forecastAt()).isEqualTo(told);
    }

    @Test
    void whoAsksWhyAJobWaitsSharesOneLookAndSeesTheJobAsItIs() {
        enter("waits", 4);
        NetworkNow network = network();
        NetworkNow.Look look = network.look();
        String newer = enter("newer", 5);
        assertThat(network.explain(newer).orElseThrow().changes()).isNotEmpty();
        assertThat(network.look()).isSameAs(look);
        stop(newer);
        assertThat(network.explain(newer)).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        assertThat(network.look()).isNotSameAs(look);
    }

    @Test
    void whatRanAtACenterThatIsRemovedIsChargedAsLongAsItWasSeenAndGoesOnElsewhere() {
        String id = enter("two", 2);
        rounds();
        Instant seen = clock.instant();
        centers.get("east").away = true;
        clock.pass(Duration.ofMinutes(2));
        rounds();
        centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        assertThat(story(id).attempts()).allSatisfy(attempt -> {
            assertThat(attempt.state()).isEqualTo(AttemptState.LOST);
            assertThat(attempt.reason()).isEqualTo("center east was removed");
            assertThat(attempt.endedAt()).isEqualTo(seen);
        });
        assertThat(register.ran.news())
                .filteredOn(TaskRan::last)
                .extracting(TaskRan::to)
                .containsOnly(seen);
        assertThat(register.needs().needsCenter("east")).isFalse();
        int told = register.ran.news().size();
        abandon("east", clock.instant());
        assertThat(register.ran.news()).hasSize(told);

        rounds();
        assertThat(centers.get("west").running()).hasSize(2);
    }

    @Test
    void aJobThatNamedOnlyTheRemovedCenterFailsAndOthersGoOn() {
        String only = enter("only", List.of("east"), 1);
        String waits = enter("waits", List.of("north"), 1);
        String both = enter("both", List.of("east", "west"), 2);
        rounds();
        centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        assertThat(job(only).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(only).reason()).isEqualTo("center east was removed");
        assertThat(register.ended.news()).extracting(JobEnded::jobId).containsExactly(UUID.fromString(only));
        assertThat(job(waits).status()).isEqualTo(JobStatus.PENDING);
        rounds();
        assertThat(job(both).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("west").running()).hasSize(2);
    }

    @Test
    void whatCameToANewCenterOfTheSameIdStays() {
        Instant removed = clock.instant();
        clock.pass(Duration.ofSeconds(1));
        String id = enter("one", List.of("east"), 1);
        rounds();
        abandon("east", removed);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aJobThatCannotBeAbandonedHoldsUpNoOther() {
        UUID bad = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        List<UUID> tried = new ArrayList<>();
        AttemptReports some = new AttemptReports() {
            @Override
            public List<UUID> leftAt(String centerId, Instant until) {
                return List.of(bad, good);
            }

            @Override
            public void abandon(UUID jobId, String centerId, Instant until) {
                tried.add(jobId);
                if (jobId.equals(bad)) {
                    throw new IllegalStateException("not now");
                }
            }
        };
        List<CenterRemoval> removals = List.of(new CenterRemoval("east", clock.instant()));

        assertThat(new Abandoning(some, () -> removals, id -> false, clock).abandon())
                .isFalse();
        assertThat(tried).containsExactly(bad, good);
    }

    private void abandon(String center, Instant removed) {
        new Abandoning(
                        register.reports(),
                        () -> List.of(new CenterRemoval(center, removed)),
                        centers::containsKey,
                        clock)
                .abandon();
    }

    @Test
    void aJobGoesWhereItCostsLeastAndItIsKeptWhy() {
        centers.put("west", new FakeRuntime(clock));
        placing = priced("west");
        String id = enter("one", 1);
        rounds();
        assertThat(places(id)).containsExactly("west");
        assertThat(story(id).attempts().get(0).placement().scores())
                .extracting(ChosenPlace.Score::centerId, ChosenPlace.Score::price)
                .containsExactly(tuple("west", 1000), tuple("east", 0));
    }

    @Test
    void aJobGoesWhereItsDataWasReadAndItIsKeptWhy() {
        centers.put("west", new FakeRuntime(clock));
        String data = UUID.randomUUID().toString();
        String before = enter("before", List.of("west"), 1, List.of(data));
        placing.place(() -> true);
        register.reports()
                .take(
                        UUID.fromString(before),
                        List.of(new JobReport(runtimeId(before), JobState.RUNNING, null, null, clock.instant(), null)));
        String id = enter("one", List.of(), 1, List.of(data, UUID.randomUUID().toString()));
        placing.place(() -> true);
        assertThat(places(id)).containsExactly("west");
        assertThat(story(id).attempts().get(0).placement().scores())
                .extracting(ChosenPlace.Score::centerId, ChosenPlace.Score::data)
                .containsExactly(tuple("west", 500), tuple("east", 0));
    }

    @Test
    void aJobThatReadsDataGoesWhereItCan() {
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").withoutData = true;
        String reads = enter("reads", List.of(), 1, List.of(UUID.randomUUID().toString()));
        placing.place(() -> true);
        assertThat(places(reads)).containsExactly("west");
    }

    @Test
    void whatWasReadAtACenterThatIsGoneOrLongAgoIsNotNear() {
        String data = UUID.randomUUID().toString();
        String before = enter("before", List.of("east"), 1, List.of(data));
        placing.place(() -> true);
        register.reports()
                .take(
                        UUID.fromString(before),
                        List.of(new JobReport(runtimeId(before), JobState.RUNNING, null, null, clock.instant(), null)));
        assertThat(register.placements().dataSetsByCenter(List.of(data))).containsOnlyKeys("east");
        clock.pass(Duration.ofDays(8));
        assertThat(register.placements().dataSetsByCenter(List.of(data))).isEmpty();
        clock.pass(Duration.ofDays(-8));

        register.needs().forget("west");
        assertThat(register.placements().dataSetsByCenter(List.of(data))).containsOnlyKeys("east");
        register.needs().forget("east");
        assertThat(register.placements().dataSetsByCenter(List.of(data))).isEmpty();
    }

    /** One center is the user's own organisation's; the spec costs something. */
    private PlacingRound priced(String own) {
        UUID organisation = world.caller.get().organisationId();
        return new PlacingRound(
                register.placements(),
                new Snapshots(
                        register.placements(),
                        () -> seen().stream()
                                .map(center -> center.id().equals(own)
                                        ? new CenterFacts(
                                                center.id(),
                                                center.name(),
                                                organisation,
                                                true,
                                                null,
                                                center.probedAt(),
                                                center.capacity())
                                        : center)
                                .toList(),
                        spec -> Optional.of(BigDecimal.ONE)),
                () -> PlacementRules.EQUAL,
                Placement::round,
                MOVE_AFTER,
                clock);
    }

    private NetworkNow network() {
        NetworkNow network = new NetworkNow();
        network.placements = register.placements();
        network.directory = new CenterDirectory() {
            @Override
            public List<CenterFacts> centers() {
                return seen();
            }
        };
        network.rules = new ShareRules() {
            @Override
            public PlacementRules current() {
                return PlacementRules.EQUAL;
            }
        };
        network.prices = spec -> Optional.empty();
        network.clock = clock;
        network.moveAfter = MOVE_AFTER;
        return network;
    }

    private List<String> places(String id) {
        return story(id).attempts().stream().map(AttemptFacts::centerId).toList();
    }

    @Test
    void jobsThatCannotStartHoldUpNoneThatCouldHoweverManyTheyAre() {
        placing = round(10);
        for (int number = 0; number < 11; number++) {
            enter("great" + number, 4);
        }
        String small = enter("small", 1);
        for (int round = 0; round < 3; round++) {
            rounds();
        }

        assertThat(job(small).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void anOrganisationWithManyJobsLeavesTheOthersTheirTurn() {
        for (int number = 0; number < 20; number++) {
            enter("great" + number, 4);
        }
        world.open("other", world.organisation(), Role.CONSUMER);
        world.be("other");
        String small = enter("small", 1);
        placing = round(10);
        rounds();

        assertThat(job(small).status()).isEqualTo(JobStatus.RUNNING);
    }

    private PlacingRound round(int most) {
        return new PlacingRound(
                register.placements(),
                new Snapshots(register.placements(), this::seen, spec -> Optional.empty()),
                () -> PlacementRules.EQUAL,
                Placement::round,
                MOVE_AFTER,
                clock,
                most);
    }

    @Test
    void aCenterIsNeededByEachJobThatNamesIt() {
        String id = enter("two", List.of("east", "west"), 2);
        assertThat(register.needs().needsCenter("west")).isTrue();
        assertThat(register.needs().needsCenter("north")).isFalse();

        stop(id);
        assertThat(register.needs().needsCenter("west")).isFalse();
    }

    private void rounds() {
        clock.pass(Duration.ofSeconds(6));
        placing.place(() -> true);
        register.queue().centersToSubmitTo().forEach(submitting::at);
        register.queue().centersToAsk().forEach(asking::at);
    }

    private String enter(String name, int nodes) {
        return enter(name, List.of(), nodes);
    }

    private String enter(String name, List<String> centerIds, int nodes) {
        return enter(name, centerIds, nodes, List.of());
    }

    private String enter(String name, List<String> centerIds, int nodes, List<String> dataSets) {
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

    private void end(String id, int exitStatus) {
        story(id).attempts().forEach(attempt -> centers.get("east").end(attempt.runtimeId(), exitStatus));
    }

    private void stop(String id) {
        world.sessions.commit(() -> register.ending().stop(id, JobKind.TRAINING));
    }

    private void delete(String id) {
        world.sessions.commit(() -> register.ending().delete(id, JobKind.TRAINING));
    }

    private JobFacts job(String id) {
        return story(id).job();
    }

    private String runtimeId(String id) {
        return story(id).attempts().get(0).runtimeId();
    }

    private AttemptState attempt(String id) {
        return story(id).attempts().get(0).state();
    }

    private JobStory story(String id) {
        return register.register().story(id, JobKind.TRAINING);
    }

    private List<CenterFacts> seen() {
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
