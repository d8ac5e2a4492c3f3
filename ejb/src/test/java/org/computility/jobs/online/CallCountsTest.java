package org.computility.jobs.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.centers.SpecFacts;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobService;
import org.computility.jobs.NewJob;
import org.computility.jobs.ServiceCalled;
import org.computility.jobs.online.CallCounts.Called;
import org.computility.jobs.register.RegisterForTests;
import org.computility.shared.FiredEvents;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallCountsTest {

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    private final FiredEvents<ServiceCalled> told = new FiredEvents<>();
    private final CallCounts counts = new CallCounts();
    private final UUID writer = UUID.randomUUID();
    private long batch = 1;
    private UUID job;

    @BeforeEach
    void enter() {
        counts.register = register.register();
        counts.directory = register.directory();
        counts.kept = new ServiceCalls_(world.sessions.current());
        counts.told = told;
        counts.clock = clock;
        world.open("user", world.organisation(), Role.CONSUMER);
        world.be("user");
        job = UUID.fromString(world.sessions
                .commit(() -> register.entry().enter(wanted(), world.caller.get()))
                .id());
    }

    @Test
    void callsAreKeptByCallerAndToldByCenterForWhoseServiceItIs() {
        Caller user = world.caller.get();
        UUID colleague = UUID.randomUUID();
        add(new Called(job, user.accountId(), "east"), 2);
        add(new Called(job, user.accountId(), "west"), 3);
        add(new Called(job, colleague, "east"), 1);

        assertThat(counts.of(job.toString()).users())
                .extracting(JobCallsView.User::userId, JobCallsView.User::calls)
                .containsExactly(tuple(user.accountId().toString(), 5L), tuple(colleague.toString(), 1L));
        assertThat(told.news())
                .extracting(ServiceCalled::centerId, ServiceCalled::calls)
                .containsExactly(tuple("east", 2L), tuple("west", 3L), tuple("east", 1L));
        assertThat(told.news()).allSatisfy(news -> {
            assertThat(news.userId()).isEqualTo(user.accountId());
            assertThat(news.organisationId()).isEqualTo(user.organisationId());
            assertThat(news.specId()).isEqualTo("small");
            assertThat(news.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void allCallersAreKeptBeforeEachCenterIsToldOnceAndInOneOrder() {
        UUID user = world.caller.get().accountId();
        List<Long> keptBefore = new ArrayList<>();
        counts.told = new FiredEvents<>() {
            @Override
            public void fire(ServiceCalled event) {
                keptBefore.add(counts.of(job.toString()).calls());
                told.fire(event);
            }
        };
        SortedMap<Called, Long> some = new TreeMap<>();
        some.put(new Called(job, user, "west"), 3L);
        some.put(new Called(job, user, "east"), 2L);
        some.put(new Called(job, UUID.randomUUID(), "east"), 1L);
        some.put(new Called(job, UUID.randomUUID(), "west"), 4L);

        world.sessions.commit(() -> counts.add(writer, 1, some));

        assertThat(told.news())
                .extracting(ServiceCalled::centerId, ServiceCalled::calls)
                .containsExactly(tuple("east", 3L), tuple("west", 7L));
        assertThat(keptBefore).containsExactly(10L, 10L);
    }

    @Test
    void aBatchThatIsSentAgainCountsOnce() {
        UUID user = world.caller.get().accountId();
        SortedMap<Called, Long> some = new TreeMap<>();
        some.put(new Called(job, user, "east"), 2L);

        for (int again = 0; again < 2; again++) {
            world.sessions.commit(() -> counts.add(writer, 1, some));
        }
        world.sessions.commit(() -> counts.add(writer, 2, some));
        world.sessions.commit(() -> counts.add(UUID.randomUUID(), 1, some));

        assertThat(counts.of(job.toString()).calls()).isEqualTo(6);
        assertThat(told.news()).hasSize(3);
    }

    @Test
    void callsOfWhatIsGoneAreNeitherKeptNorTold() {
        add(new Called(UUID.randomUUID(), UUID.randomUUID(), "east"), 2);

        assertThat(told.news()).isEmpty();
    }

    private void add(Called called, long calls) {
        TreeMap<Called, Long> some = new TreeMap<>();
        some.put(called, calls);
        world.sessions.commit(() -> counts.add(writer, batch++, some));
    }

    private static NewJob wanted() {
        return new NewJob(
                        JobKind.TRAINING,
                        "service",
                        "",
                        new SpecFacts("small", "Small", "X86", 1, 1 << 20, null),
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
                .serving(new JobService(9000, "/"), 600);
    }
}
