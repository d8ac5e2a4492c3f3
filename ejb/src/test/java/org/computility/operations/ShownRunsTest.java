package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class ShownRunsTest {

    private static final UUID NORTH = new UUID(0, 1);

    private final DataSource database = TestDatabase.fresh();
    private final Runs all = new Runs(database, Duration.ofMinutes(1));
    private final ShownRuns runs = new ShownRuns_(TestEntities.session(database));

    @Test
    void aShownRunIsTheSameAsInTheList() {
        long id = all.add("run-inspection", Map.of("plan", "7"), NORTH, "here");
        all.add("run-inspection", Map.of(), NORTH, "here");

        assertThat(runs.of(new Long[] {id, 99L}))
                .singleElement()
                .satisfies(run -> assertThat(run.view()).isEqualTo(all.find(id).orElseThrow()));
    }

    @Test
    void theNewestRunOfEachOrganisationIsFound() {
        all.add("run-inspection", Map.of(), NORTH, "here");
        long newest = all.add("run-inspection", Map.of(), NORTH, "here");
        long platforms = all.add("run-inspection", Map.of(), null, "here");

        assertThat(runs.newest())
                .containsExactlyInAnyOrder(new NewestRun(NORTH, newest), new NewestRun(null, platforms));
    }
}
