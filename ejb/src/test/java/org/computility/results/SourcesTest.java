package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Instant TIME = Instant.parse("2026-11-22T08:00:00Z");

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final Sources sources = new Sources_(session);
    private final ResultSource camera = new ResultSource(UUID.randomUUID(), 17, 1, UUID.randomUUID(), null);

    @Test
    void knowsASourceOnceHoweverOftenItIsAdded() {
        sources.add(List.of(camera));
        sources.add(List.of(camera, new ResultSource(UUID.randomUUID(), 18, 1, camera.organisationId(), null)));

        assertThat(sources.of(Set.of(camera.instanceId(), UUID.randomUUID())))
                .containsOnlyKeys(camera.instanceId())
                .containsValue(camera);
    }

    @Test
    void findsResultsByTheNumberOfTheirInstance() {
        TaskResults results = new TaskResults_(session);
        new DayPartitions_(session).open(TaskResult.day(TIME));
        sources.add(List.of(camera));
        results.insert(List.of(report()), sources.of(Set.of(camera.instanceId())), TIME);

        assertThat(numbered(17).page(PageRequest.FIRST, java.util.Map.of()).total())
                .isEqualTo(1);
        assertThat(numbered(18).page(PageRequest.FIRST, java.util.Map.of()).content())
                .isEmpty();
    }

    private Search<TaskResult> numbered(long number) {
        return new Search<>(session, TaskResult.class)
                .among(
                        TaskResult_.instanceId,
                        Source.class,
                        Source_.instanceId,
                        (b, source) -> b.equal(source.get(Source_.instanceNumber), number));
    }

    private FoundResult report() {
        return new FoundResult(
                UUID.randomUUID(), camera.instanceId(), "node", "M", null, null, 1, TIME, null, "{}", null);
    }
}
