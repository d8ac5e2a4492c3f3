package org.computility.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.computility.centers.SpecFacts;
import org.computility.identity.Role;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobStory;
import org.computility.jobs.NewJob;
import org.computility.jobs.TaskFacts;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestEntities;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches among more jobs than are counted each time. */
class ManyJobsTest {

    private static final int MANY = 10_001;

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);

    @BeforeEach
    void enter() {
        world.open("user", world.organisation(), Role.CONSUMER);
        world.be("user");
        enter("gate-7", "人流检测 at 100 % of Gate_7!");
    }

    @Test
    void wordsOfTwoCharactersAreFound() {
        assertThat(found("检测")).containsExactly("gate-7");
        assertThat(found("GATE-7")).containsExactly("gate-7");
        assertThat(found("测检")).isEmpty();
    }

    @Test
    void aSingleCharacterIsFoundAndMeansItself() {
        assertThat(found("流")).containsExactly("gate-7");
        assertThat(found("%")).containsExactly("gate-7");
        assertThat(found("_")).containsExactly("gate-7");
        assertThat(found("?")).isEmpty();
    }

    @Test
    void pairsThatStandApartAreNoText() {
        enter("other", "ab bc");

        assertThat(found("abc")).isEmpty();
        assertThat(found("b b")).containsExactly("other");
    }

    @Test
    void timesAreFoundToTheMicrosecond() {
        Instant noon = clock.instant();
        for (int microseconds : List.of(999, 1_000, 1_001, 2_000)) {
            clock.set(noon.plus(microseconds, ChronoUnit.MICROS));
            enter("after-" + microseconds, "");
        }

        assertThat(between(noon.plus(1_000, ChronoUnit.MICROS), noon.plus(2_000, ChronoUnit.MICROS)))
                .containsExactlyInAnyOrder("after-1000", "after-1001");
        assertThat(between(noon.plus(1_001, ChronoUnit.MICROS), noon.plus(2_001, ChronoUnit.MICROS)))
                .containsExactlyInAnyOrder("after-1001", "after-2000");
        assertThat(between(Instant.EPOCH.minusSeconds(1), noon.plus(1_000, ChronoUnit.MICROS)))
                .containsExactlyInAnyOrder("after-999", "gate-7");
        assertThat(between(noon.plus(1_001, ChronoUnit.MICROS), null)).hasSize(2);
    }

    private List<String> between(Instant from, Instant before) {
        return register
                .register()
                .page(new JobSearch(null, null, null, null, null, from, before), PageRequest.FIRST)
                .content()
                .stream()
                .map(JobFacts::name)
                .toList();
    }

    @Test
    void aNameAndItsDescriptionAreTwoTexts() {
        assertThat(found("7人")).isEmpty();
        assertThat(found("7\n人")).isEmpty();
    }

    @Test
    void aTotalAboveTenThousandIsTrueWhenItIsCounted() {
        copies(MANY);

        Page<JobFacts> page = search("gate");

        assertThat(page.total()).isEqualTo(MANY + 1L);
        assertThat(page.content()).hasSize(PageRequest.FIRST.size());
        assertThat(search("gate-7-1000").total()).isEqualTo(3);
    }

    @Test
    void aSmallTotalIsTrueAtOnce() {
        for (int i = 1; i <= 3; i++) {
            assertThat(search("gate").total()).isEqualTo(i);
            enter("gate-" + i + "-again", "");
        }
    }

    @Test
    void aPageTakesAsManyStatementsHoweverManyJobsTasksAndAttemptsItHas() {
        long one = statements("gate-7");
        for (int i = 0; i < 15; i++) {
            enter("gate-7-" + i, "");
        }
        world.sessions.commit(
                () -> world.sessions.current().createNativeMutationQuery("""
                        insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at, claimed_until)
                        select task_id || '-' || n, 0, task_id, job_id, n, 'c', 'LOST',
                            '{"centerId": "c", "borrowed": false, "scores": []}', now(), now()
                        from job_task, generate_series(1, 3) n
                        """).executeUpdate());

        assertThat(stories("gate-7")).hasSize(PageRequest.FIRST.size()).allSatisfy(story -> {
            assertThat(story.tasks())
                    .extracting(TaskFacts::jobId)
                    .containsExactly(UUID.fromString(story.job().id()));
            assertThat(story.attemptsByTask().get(story.tasks().get(0).taskId()))
                    .hasSize(3);
        });
        assertThat(statements("gate-7")).isEqualTo(one);
    }

    private long statements(String text) {
        return TestEntities.statements(() -> stories(text));
    }

    private List<JobStory> stories(String text) {
        return register.register()
                .stories(new JobSearch(null, text, null, null, null, null, null), PageRequest.FIRST)
                .content();
    }

    private Page<JobFacts> search(String text) {
        return register.register().page(new JobSearch(null, text, null, null, null, null, null), PageRequest.FIRST);
    }

    private List<String> found(String text) {
        return search(text).content().stream().map(JobFacts::name).toList();
    }

    private void enter(String name, String description) {
        NewJob job = new NewJob(
                JobKind.TRAINING,
                name,
                description,
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
                null);
        world.sessions.commit(() -> register.entry().enter(job, world.caller.get()));
    }

    /** Of the one job, numbered from 1. */
    private void copies(int many) {
        UUID user = world.caller.get().accountId();
        world.sessions.commit(() -> world.sessions
                .current()
                .createNativeMutationQuery("""
                        insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec,
                            nodes, center_ids, command, data_sets, max_seconds, priority, created_at)
                        select gen_random_uuid(), 0, kind, name || '-' || n, description, user_id, organisation_id, status, spec_id, spec,
                            nodes, center_ids, command, data_sets, max_seconds, priority, created_at
                        from job, generate_series(1, :many) n where user_id = :user
                        """)
                .setParameter("many", many)
                .setParameter("user", user)
                .executeUpdate());
    }
}
