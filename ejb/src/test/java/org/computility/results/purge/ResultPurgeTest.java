package org.computility.results.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.FiredEvents;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultPurgeTest {

    private static final Instant STARTED = Instant.parse("2026-11-28T12:00:00Z");
    private static final Period MONTH = Period.ofDays(30);
    private static final Instant BEFORE = Instant.parse("2026-10-29T12:00:00Z");
    private static final int MANY = 1000;

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final FiredEvents<ResultsPurged> purged = new FiredEvents<>();
    private final ResultPurge purge = new ResultPurge();

    @BeforeEach
    void assemble() {
        purge.results = new OldResults_(session);
        purge.purged = purged;
        purge.config = new PurgeConfig(MONTH, Map.of("FIRE", Period.ofYears(1)), Optional.empty());
    }

    @Test
    void boundsAreCountedBackFromTheStart() {
        PurgeBounds bounds = purge.bounds(STARTED, MONTH);

        assertThat(bounds).isEqualTo(new PurgeBounds(BEFORE, Map.of("FIRE", Instant.parse("2025-11-28T12:00:00Z"))));
        assertThat(bounds.firstDayThatStays()).isEqualTo("2026-10-29");
    }

    @Test
    void aCapabilityOfItsOwnKeepsItsResultsLongerAndNoOther() {
        PurgeBounds bounds = purge.bounds(STARTED, MONTH);

        assertThat(bounds.keeps(result("FIRE", "2025-11-28T12:00:00Z"))).isTrue();
        assertThat(bounds.keeps(result("FIRE", "2025-11-28T11:59:59Z"))).isFalse();
        assertThat(bounds.keeps(result("SMOKE", "2026-10-28T12:00:00Z"))).isFalse();
    }

    @Test
    void readsWhatIsOldInTheOrderOfTheKeysAndPageByPage() {
        insert(5, BEFORE.minus(Duration.ofDays(2)));
        insert(4, BEFORE.minus(Duration.ofHours(13)));
        insert(3, BEFORE.minus(Duration.ofMillis(1)));
        insert(2, BEFORE);
        insert(1, BEFORE.plus(Duration.ofDays(1)));
        PurgeBounds bounds = purge.bounds(STARTED, MONTH);

        assertThat(purge.count(bounds)).isEqualTo(12);
        List<OldResult> all = purge.next(bounds, ResultKey.BEFORE_ALL, MANY);
        assertThat(all).hasSize(12);
        assertThat(purge.next(bounds, ResultKey.BEFORE_ALL, 7)).isEqualTo(all.subList(0, 7));
        assertThat(purge.next(bounds, all.get(6).key(), 7)).isEqualTo(all.subList(7, 12));
        assertThat(purge.next(bounds, all.get(11).key(), 7)).isEmpty();
        assertThat(all).extracting(OldResult::day).isSorted();
        assertThat(all).allMatch(result -> result.time().isBefore(BEFORE));
    }

    @Test
    void deletesTheseAndNoOthersAndCountsThemOnce() {
        insert(3, BEFORE.minus(Duration.ofDays(2)));
        insert(3, BEFORE.minus(Duration.ofDays(1)));
        PurgeBounds bounds = purge.bounds(STARTED, MONTH);
        List<ResultKey> keys = purge.next(bounds, ResultKey.BEFORE_ALL, MANY).stream()
                .map(OldResult::key)
                .toList();

        assertThat(purge.delete(keys.subList(1, 5))).isEqualTo(4);
        assertThat(purge.delete(keys.subList(0, 5))).isEqualTo(1);
        assertThat(purge.delete(List.of())).isZero();
        assertThat(purged.news())
                .containsExactly(new ResultsPurged(keys.subList(1, 5)), new ResultsPurged(keys.subList(0, 5)));

        assertThat(purge.next(bounds, ResultKey.BEFORE_ALL, MANY))
                .extracting(OldResult::key)
                .containsExactly(keys.get(5));
    }

    @Test
    void aChunkIsDeletedAlongTheKeys() {
        for (int day = 1; day <= 20; day++) {
            insert(50, BEFORE.minus(Duration.ofDays(day)));
        }
        session.createNativeMutationQuery("analyze task_result").executeUpdate();

        List<String> plan = session.createNativeQuery("""
                        explain delete from task_result r
                        using unnest(array['2026-10-20'::date], array[gen_random_uuid()]) k (day, id)
                        where r.day between '2026-10-20' and '2026-10-21' and r.day = k.day and r.id = k.id
                        """, String.class).getResultList();

        assertThat(plan).noneMatch(line -> line.contains("20261019") || line.contains("20261022"));
    }

    private static OldResult result(String algoDefCode, String time) {
        Instant instant = Instant.parse(time);
        return new OldResult(day(instant), ResultKey.BEFORE_ALL.id(), instant, algoDefCode);
    }

    private void insert(int count, Instant time) {
        String day = day(time).toString();
        execute("create table if not exists task_result_" + day.replace("-", "")
                + " partition of task_result for values from ('" + day + "') to ('"
                + day(time).plusDays(1) + "')");
        execute("insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code,"
                + " sequence, time, data, received_at) select '" + day + "', gen_random_uuid(), gen_random_uuid(), 1,"
                + " gen_random_uuid(), '1', 'M', n, '" + time + "', '{}', now() from generate_series(1, " + count
                + ") n");
    }

    private void execute(String statement) {
        session.createNativeMutationQuery(statement).executeUpdate();
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
