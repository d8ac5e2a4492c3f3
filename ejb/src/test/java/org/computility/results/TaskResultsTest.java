package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class TaskResultsTest {

    private static final Instant TIME = Instant.parse("2026-11-22T23:59:59Z");

    private final DataSource database = TestDatabase.fresh();
    private final StatelessSession session = TestEntities.session(database);
    private final TaskResults table = new TaskResults_(session);
    private final DayPartitions days = new DayPartitions_(session);
    private final ResultSource source = new ResultSource(UUID.randomUUID(), 17, 1, UUID.randomUUID(), null);

    @Test
    void storesAResultOnceHoweverOftenItComes() {
        FoundResult report = report(UUID.randomUUID(), TIME, new byte[] {1, 2});
        days.open(TaskResult.day(TIME));
        days.open(TaskResult.day(TIME));

        assertThat(insert(report, report(UUID.randomUUID(), TIME, null))).isEqualTo(2);
        assertThat(insert(report)).isZero();

        assertThat(table.image(report.id())).contains(new byte[] {1, 2});
        assertThat(table.find(report.id(), source.organisationId())).hasValueSatisfying(found -> {
            ResultView view = found.view();
            assertThat(view.time()).isEqualTo(TIME);
            assertThat(view.image().size()).isEqualTo(2);
        });
        assertThat(table.find(report.id(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void oneStatementTellsWhichNewResultsAreFollowed() {
        days.open(TaskResult.day(TIME));
        FoundResult found = report(UUID.randomUUID(), TIME, new byte[] {1});
        FoundResult withoutCrop = report(UUID.randomUUID(), TIME, null);
        FoundResult nothing = new FoundResult(
                UUID.randomUUID(),
                source.instanceId(),
                "11010800005050000001",
                "M",
                null,
                null,
                1,
                TIME,
                null,
                "{\"boxes\":[]}",
                found.image());

        assertThat(followed(found)).as("nobody follows M").isEmpty();

        follow("M");
        FoundResult again = report(UUID.randomUUID(), TIME, new byte[] {1});
        assertThat(followed(again, withoutCrop, nothing)).containsExactly(again.id());
        assertThat(followed(again)).as("it is there already").isEmpty();
        assertThat(TestEntities.statements(() -> insert(report(UUID.randomUUID(), TIME, null))))
                .isEqualTo(1);
    }

    @Test
    void showsWhatIsInTheBoxesOfResultsThatFoundSomething() {
        days.open(TaskResult.day(TIME));
        FoundResult two = saying("""
                {"type":"ALERT","class":"car","boxes":[{"x":0.5,"y":0,"width":0.25,"height":1},{"x":0,"y":0.1,"width":0.2,"height":0.3}]}
                """);
        FoundResult odd = saying("""
                {"type":"ALERT","boxes":[7,[0.5],{"x":[0.5],"y":0,"width":1,"height":1},{"x":"0","y":0,"width":1,"height":1},
                 {"x":1e400,"y":0,"width":1,"height":1},{"x":0,"y":0,"width":1e-400,"height":1},{"x":0,"y":0,"width":0,"height":1}]}
                """);
        FoundResult nothing = saying("{\"type\":\"ALERT\",\"boxes\":[]}");
        FoundResult plain = saying("{\"type\":7,\"boxes\":\"none\"}");
        insert(two, odd, nothing, plain);

        assertThat(sightings(null, true, 9))
                .extracting(Sighting::resultId, Sighting::className, Sighting::x, Sighting::y, Sighting::width)
                .containsExactlyInAnyOrder(
                        tuple(two.id(), "car", 0.5, 0.0, 0.25),
                        tuple(two.id(), "car", 0.0, 0.1, 0.2),
                        tuple(odd.id(), null, 0.0, 0.0, 0.0),
                        tuple(plain.id(), null, null, null, null));
        assertThat(sightings("ALERT", false, 9))
                .extracting(Sighting::resultId, Sighting::x)
                .containsExactlyInAnyOrder(tuple(two.id(), null), tuple(odd.id(), null));
        assertThat(sightings(null, true, 2)).hasSize(2);
        assertThat(table.sightings(
                        new UUID[] {source.instanceId()},
                        TaskResult.day(TIME),
                        TaskResult.day(TIME),
                        TIME.minusSeconds(9),
                        TIME,
                        null,
                        true,
                        9))
                .as("the end is exclusive")
                .isEmpty();
    }

    @Test
    void aFollowersResultNamesTheResultThatItLookedAt() {
        UUID parent = UUID.randomUUID();
        days.open(TaskResult.day(TIME));
        FoundResult report = report(UUID.randomUUID(), TIME, null);
        table.insert(List.of(report), Map.of(source.instanceId(), source.following(parent)), TIME);
        insert(report(UUID.randomUUID(), TIME, null));

        ResultSearch search =
                new ResultSearch(null, null, null, null, null, parent, null, null, true, PageRequest.FIRST);
        assertThat(table.page(table.search(search, null), true, PageRequest.FIRST)
                        .content())
                .extracting(
                        result -> result.view().id(), result -> result.view().parentResult())
                .containsExactly(tuple(report.id(), parent));
    }

    private List<UUID> followed(FoundResult... reports) {
        return table.insert(List.of(reports), Map.of(source.instanceId(), source), TIME).stream()
                .map(TaskResults.Added::followed)
                .filter(Objects::nonNull)
                .toList();
    }

    private void follow(String code) {
        session.createNativeMutationQuery("""
                        insert into algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators,
                            env, streams_per_replica, created_at, lock_version, organisation_id)
                        values ('1101150192508600000120231012203630000101', 'n', '1', 'artifact', 'P', 1, 'm', 's', '{}', '[]', 1, now(), 0, gen_random_uuid())
                        """).executeUpdate();
        session.createNativeMutationQuery("""
                        insert into capability (code, package_id, name, data_type, task_types, event_ids, followers,
                            task_fields, status, created_at, last_modified_at, lock_version)
                        values (?1, '1101150192508600000120231012203630000101', 'n', 'ALERT', '{}', '{}', '{X}', '[]', 'UNTESTED', now(), now(), 0)
                        """).setParameter(1, code).executeUpdate();
    }

    @Test
    void knowsWhatIsStoredSinceADay() {
        FoundResult report = report(UUID.randomUUID(), TIME, null);
        days.open(TaskResult.day(TIME));
        insert(report);
        UUID[] ids = {report.id(), UUID.randomUUID()};

        assertThat(table.storedSince(TaskResult.day(TIME), ids)).containsExactly(report.id());
        assertThat(table.storedSince(TaskResult.day(TIME).plusDays(1), ids)).isEmpty();
    }

    @Test
    void listsOverDaysInTheOrderAskedFor() {
        Instant nextDay = TIME.plusSeconds(2);
        days.open(TaskResult.day(TIME));
        days.open(TaskResult.day(nextDay));
        insert(report(UUID.randomUUID(), nextDay, null), report(UUID.randomUUID(), TIME, null));

        assertThat(page(true).total()).isEqualTo(2);
        assertThat(page(true).content())
                .extracting(found -> found.view().time())
                .containsExactly(TIME, nextDay);
        assertThat(page(false).content())
                .extracting(found -> found.view().time())
                .containsExactly(nextDay, TIME);
    }

    /** Rows from before such values were refused. */
    @Test
    void showsAResultWithNumbersThatNoReaderHolds() {
        days.open(TaskResult.day(TIME));
        FoundResult report = report(UUID.randomUUID(), TIME, null);
        insert(new FoundResult(
                report.id(),
                report.taskInstanceId(),
                report.computeCode(),
                report.algoDefCode(),
                null,
                null,
                1,
                TIME,
                Double.POSITIVE_INFINITY,
                "{\"a\":1e2000,\"b\":[-1e-5000,{\"c\":\"1e2000\"}],\"d\":0.5}",
                null));

        ResultView view = page(true).content().get(0).view();

        assertThat(view.mediaTime()).isNull();
        assertThat(view.data()).hasToString("{\"b\":[null,{\"c\":\"1e2000\"}],\"d\":0.5}");
    }

    private long insert(FoundResult... reports) {
        return table.insert(List.of(reports), Map.of(source.instanceId(), source), TIME)
                .get(0)
                .number();
    }

    private Page<TaskResult> page(boolean ascending) {
        return table.page(table.search(search(ascending), null), ascending, PageRequest.FIRST);
    }

    private static ResultSearch search(boolean ascending) {
        return new ResultSearch(1L, null, null, null, null, null, null, null, ascending, PageRequest.FIRST);
    }

    private FoundResult report(UUID id, Instant time, byte[] image) {
        return new FoundResult(
                id,
                source.instanceId(),
                "11010800005050000001",
                "M",
                null,
                null,
                1,
                time,
                null,
                "{\"type\":\"ALERT\"}",
                image == null ? null : new FoundResult.Image("image/jpeg", null, null, image));
    }

    private List<Sighting> sightings(String type, boolean boxes, int most) {
        return table.sightings(
                new UUID[] {source.instanceId(), UUID.randomUUID()},
                TaskResult.day(TIME),
                TaskResult.day(TIME.plusSeconds(1)),
                TIME,
                TIME.plusSeconds(1),
                type,
                boxes,
                most);
    }

    private FoundResult saying(String data) {
        return new FoundResult(
                UUID.randomUUID(),
                source.instanceId(),
                "11010800005050000001",
                "M",
                null,
                null,
                1,
                TIME,
                null,
                data,
                null);
    }
}
