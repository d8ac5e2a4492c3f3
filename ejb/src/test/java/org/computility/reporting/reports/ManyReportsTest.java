package org.computility.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.merges.MergesForTests;
import org.computility.shared.PageRequest;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the list of the reports of a province reads, among many. */
class ManyReportsTest {

    private static final ExplainedDatabase DATABASE = new ExplainedDatabase(TestDatabase.fresh());
    private static final StatelessSession SESSION = TestEntities.session(DATABASE.explained());
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final int CENTERS = 1000;
    private static final int MONTHS = 36;
    private static final int IN_GANSU = CENTERS / 2 * MONTHS;

    private final KnownMonths months = new KnownMonths();

    @BeforeAll
    static void fill() {
        write("insert into organisation values ('%s', 'o', now())".formatted(ORGANISATION));
        write("""
                insert into reported_center (id, version, organisation_id, name, project_ids, longitude, latitude, province, city,
                    type, hub_id, created_at, changed_at)
                select n, 0, '%s', 'center ' || n, '{}', 107, 35, '620000', '621000', 1, '17', now(), now()
                from generate_series(1, %d) n
                """.formatted(ORGANISATION, CENTERS));
        write("""
                insert into report_state (known_on, center_id, organisation_id, province, hub_id, month, status, deed, done_by,
                    done_at, reasons, figures, hash)
                select m * %2$d + n, n, '%1$s', case n %% 2 when 0 then '620000' else '110000' end, null,
                    date '2023-10-01' + m * interval '1 month', 'ACCEPTED', 'SUBMISSION', 'x', now(), '{}',
                    '{"supply": {"standardRacks": 3000}, "power": {"pue": 1.25}}', repeat('0', 64)
                from generate_series(0, %3$d - 1) m, generate_series(1, %2$d) n
                """.formatted(ORGANISATION, CENTERS, MONTHS));
        write("vacuum analyze report_state");
    }

    @BeforeEach
    void assemble() {
        months.states = new ReportStates_(SESSION);
        months.merges = MergesForTests.over(SESSION);
        months.caller = new CurrentCaller();
        months.caller.set(new Caller(UUID.randomUUID(), "admin", UUID.randomUUID(), Set.of(Role.ADMINISTRATOR), null));
    }

    @AfterEach
    void partAll() {
        write("delete from center_merge");
    }

    @Test
    void noMergesAreLookedForWhereThereAreNone() {
        DATABASE.plans();

        assertThat(inGansu(null)).isEqualTo(IN_GANSU);

        assertThat(plans())
                .as("the first 10,000, all of them, and a page")
                .hasSize(3)
                .noneMatch(plan -> plan.contains("center_merge"))
                .noneMatch(plan -> plan.contains("Workers"));
    }

    @Test
    void monthsOfMergedCentersAreCountedOnceFromTheirMergeToItsEnd() {
        long before = months.states.newestPoint();
        merge(2, 4, before + 1, null);
        merge(2, 6, before + 1, before + 2);
        // Their reports lie elsewhere.
        merge(1, 3, before + 1, null);

        assertThat(inGansu(before)).isEqualTo(IN_GANSU);
        assertThat(inGansu(before + 1)).isEqualTo(IN_GANSU - 2 * MONTHS);
        assertThat(inGansu(before + 2)).isEqualTo(IN_GANSU - MONTHS);
        assertThat(inGansu(null)).isEqualTo(IN_GANSU - MONTHS);
    }

    @Test
    void aMergeThatIsOverIsLookedForNoMore() {
        long before = months.states.newestPoint();
        merge(2, 4, before + 1, before + 2);
        DATABASE.plans();

        assertThat(inGansu(null)).isEqualTo(IN_GANSU);

        assertThat(plans()).hasSize(3).noneMatch(plan -> plan.contains("center_merge"));
    }

    private long inGansu(Long knownOn) {
        return months.page(new ReportSearch(null, null, null, "620000", null, knownOn), PageRequest.FIRST)
                .total();
    }

    /** Of the statements that looked for a province. */
    private static List<String> plans() {
        return DATABASE.plans().stream()
                .filter(plan -> plan.contains("province="))
                .toList();
    }

    private static void merge(int kept, int merged, long from, Long until) {
        write("""
                insert into center_merge (kept_id, merged_id, merged_on, merged_by, merged_at, undone_on)
                values (%d, %d, %d, 'x', now(), %d)
                """.formatted(kept, merged, from, until));
    }

    private static void write(String statement) {
        SESSION.createNativeMutationQuery(statement).executeUpdate();
    }
}
