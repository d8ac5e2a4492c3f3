package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.identity.Role;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobStatus;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.running.places.Snapshots;
import org.computility.jobs.shares.ShareRules;
import org.junit.jupiter.api.Test;

/** Which jobs have their turn, where they go, and what those that wait are told. */
class PlacedJobsTest extends JobsOnCenters {

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
                        List.of(new JobReport(runtimeId(before), JobState.RUNNING, null, null, clock.instant(), null)),
                        clock.instant());
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
                        List.of(new JobReport(runtimeId(before), JobState.RUNNING, null, null, clock.instant(), null)),
                        clock.instant());
        assertThat(register.placements().dataSetsByCenter(List.of(data))).containsOnlyKeys("east");
        clock.pass(Duration.ofDays(8));
        assertThat(register.placements().dataSetsByCenter(List.of(data))).isEmpty();
        clock.pass(Duration.ofDays(-8));

        register.needs().forget("west");
        assertThat(register.placements().dataSetsByCenter(List.of(data))).containsOnlyKeys("east");
        register.needs().forget("east");
        assertThat(register.placements().dataSetsByCenter(List.of(data))).isEmpty();
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
    void forecastsHaveComeTrueWhereJobsBeganByThenOrTenSecondsLater() {
        Instant start = clock.instant().plusSeconds(6);
        forecast(enter("early", 1), start.plusSeconds(3600));
        forecast(enter("edge", 1), start.minusSeconds(10));
        forecast(enter("late", 1), start.minusSeconds(10).minusMillis(1));
        forecast(enter("unsure", 1), null);
        enter("untold", 1);
        forecast(enter("never", 4), start.plusSeconds(3600));
        rounds();

        assertThat(register.placements().forecasts()).isEqualTo(new JobPlacements.Forecasts(3, 2));
    }

    @Test
    void onlyTheLastHundredForecastsAreCounted() {
        String one = enter("one", 1);
        forecast(one, clock.instant().minusSeconds(3600));
        rounds();
        assertThat(register.placements().forecasts()).isEqualTo(new JobPlacements.Forecasts(1, 0));

        laterCopies(99);
        assertThat(register.placements().forecasts()).isEqualTo(new JobPlacements.Forecasts(100, 99));
        laterCopies(1);
        assertThat(register.placements().forecasts()).isEqualTo(new JobPlacements.Forecasts(100, 100));
    }

    private void forecast(String id, Instant start) {
        register.placements().forecast(UUID.fromString(id), start);
    }

    /** So many jobs that began an hour after the others, as was forecast. */
    private void laterCopies(int many) {
        world.sessions.commit(() -> world.sessions
                .current()
                .createNativeMutationQuery("""
                        insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec,
                            nodes, center_ids, command, data_sets, max_seconds, priority, created_at, started_at, forecast_start)
                        select gen_random_uuid(), 0, kind, gen_random_uuid(), description, user_id, organisation_id, status, spec_id,
                            spec, nodes, center_ids, command, data_sets, max_seconds, priority, created_at, later, later
                        from (select *, started_at + interval '1 hour' as later from job where name = 'one') job,
                            generate_series(1, :many)
                        """)
                .setParameter("many", many)
                .executeUpdate());
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
}
