package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunListTest {

    private static final UUID NORTH = UUID.randomUUID();
    private static final UUID SOUTH = UUID.randomUUID();

    private Runs runs;

    @BeforeEach
    void emptyTables() {
        runs = new Runs_(OperationsDatabase.empty());
    }

    @Test
    void theNewestRunComesFirst() {
        long first = add("run-inspection", NORTH);
        long second = add("run-inspection", NORTH);

        assertThat(runs.page(RunSearch.ALL, null, 1, 10).items())
                .extracting(RunView::id)
                .containsExactly(second, first);
    }

    @Test
    void pagesFollowEachOther() {
        long first = add("run-inspection", NORTH);
        add("run-inspection", NORTH);
        add("run-inspection", NORTH);

        RunList page = runs.page(RunSearch.ALL, null, 2, 2);

        assertThat(page.items()).extracting(RunView::id).containsExactly(first);
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void anOrganisationSeesItsOwnRunsOnly() {
        long north = add("run-inspection", NORTH);
        add("run-inspection", SOUTH);
        add("run-inspection", null);

        assertThat(runs.page(RunSearch.ALL, NORTH, 1, 10).items())
                .extracting(RunView::id)
                .containsExactly(north);
        assertThat(runs.page(RunSearch.ALL, null, 1, 10).total()).isEqualTo(3);
    }

    @Test
    void jobAndStatusNarrowTheList() {
        long inspection = add("run-inspection", NORTH);
        long push = add("push-reports", NORTH);
        runs.requestStop(push);

        assertThat(found(new RunSearch("run-inspection", null, null, null))).containsExactly(inspection);
        assertThat(found(new RunSearch(null, RunStatus.STOPPING, null, null))).containsExactly(push);
        assertThat(found(new RunSearch("run-inspection", RunStatus.STOPPING, null, null)))
                .isEmpty();
    }

    @Test
    void timeNarrowsTheList() {
        long id = add("run-inspection", NORTH);
        Instant created = OperationsDatabase.view(id).createdAt();

        assertThat(found(new RunSearch(null, null, created, null))).containsExactly(id);
        assertThat(found(new RunSearch(null, null, created.plusSeconds(1), null)))
                .isEmpty();
        assertThat(found(new RunSearch(null, null, null, created))).isEmpty();
        assertThat(found(new RunSearch(null, null, null, created.plusSeconds(1))))
                .containsExactly(id);
    }

    @Test
    void countsNoFurtherThanItPages() {
        OperationsDatabase.execute("""
                INSERT INTO job_run (job_name, parameters, status, server)
                SELECT 'purge-history', '{}', 'COMPLETED', 'a' FROM generate_series(1, 10050)""");

        assertThat(runs.page(RunSearch.ALL, null, 1, 10).total()).isEqualTo(10_000);
        assertThat(runs.page(new RunSearch("push-reports", null, null, null), null, 1, 10)
                        .total())
                .isZero();
    }

    @Test
    void everyJobThatEverRanIsNamedOnce() {
        assertThat(runs.jobNames()).isEmpty();
        add("run-inspection", NORTH);
        add("push-reports", NORTH);
        add("run-inspection", SOUTH);

        assertThat(runs.jobNames()).containsExactly("push-reports", "run-inspection");
    }

    private long add(String job, UUID organisation) {
        return runs.add(job, "{}", Objects.toString(organisation, null), "a", 15);
    }

    private Iterable<Long> found(RunSearch search) {
        return runs.page(search, null, 1, 10).items().stream().map(RunView::id).toList();
    }
}
