package org.computility.reporting.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.reporting.duplicates.matching.Verdict;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.Test;

/**
 * 10,000 synthetic reports of centers of which it is known which are about the same, by the way that the job takes. The weights were
 * set on the seeds 1, 6 and 7; these are others.
 */
class SyntheticCentersTest {

    private static final int REPORTS = 10_000;
    private static final int AT_ONCE = 200;
    private static final int PAGE = 1_000;
    private static final double FLOOR = 0.99;
    private static final long[] SEEDS = {11, 12, 13};

    private final MarketForTests database = new MarketForTests();
    private final DuplicatesForTests own = new DuplicatesForTests(database);
    private final UUID[] reporters = {database.organisation(), database.organisation()};

    @Test
    void nearlyAllAreFoundAndNearlyNothingElse() {
        database.open("admin", database.organisation(), Role.ADMINISTRATOR);
        database.be("admin");
        for (long seed : SEEDS) {
            List<SyntheticReport> reports = new SyntheticCenters(seed).reports(REPORTS);
            register(reports);
            long begun = System.nanoTime();
            search();
            double seconds = (System.nanoTime() - begun) / 1e9;
            Set<String> real = truth(reports);
            Set<String> found = found(null);
            Set<String> same = found(Verdict.SAME);
            double precision = share(found, real);
            double recall = share(real, found);
            System.out.printf(
                    "seed %d: %d pairs, %d found in %.1f s, precision %.4f, recall %.4f; %d the same, precision %.4f%n",
                    seed, real.size(), found.size(), seconds, precision, recall, same.size(), share(same, real));
            assertThat(precision).as("precision, seed %d", seed).isGreaterThan(FLOOR);
            assertThat(recall).as("recall, seed %d", seed).isGreaterThan(FLOOR);
            assertThat(share(same, real)).as("precision of what is the same").isGreaterThan(0.999);
            database.run("delete from center_pair; delete from reported_center");
        }
    }

    private void search() {
        int last = DuplicateSearch.BEGINNING;
        List<Integer> next = own.search.next(last, AT_ONCE);
        while (!next.isEmpty()) {
            List<Integer> chunk = next;
            database.sessions.commit(() -> {
                own.search.compare(chunk);
                return null;
            });
            last = chunk.get(chunk.size() - 1);
            next = own.search.next(last, AT_ONCE);
        }
    }

    /** Their ids are their places, from 1. */
    private void register(List<SyntheticReport> reports) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            SyntheticReport report = reports.get(i);
            rows.add("(%d, 0, '%s', '%s', '{}', %f, %f, '%s', '%s', %d, %s, now(), now())"
                    .formatted(
                            i + 1,
                            reporters[report.reporter()],
                            report.name(),
                            report.longitude(),
                            report.latitude(),
                            report.cityOf().provinceCode(),
                            report.city(),
                            report.type(),
                            report.date() == null ? "null" : "'" + report.date() + "'"));
        }
        database.run("alter table reported_center drop constraint if exists reported_center_organisation_id_name_key; "
                + "insert into reported_center (id, version, organisation_id, name, project_ids, longitude, latitude, "
                + "province, city, type, production_date, created_at, changed_at) values " + String.join(",", rows)
                + "; analyze reported_center");
    }

    private static Set<String> truth(List<SyntheticReport> reports) {
        Map<Integer, Integer> first = new HashMap<>();
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i < reports.size(); i++) {
            Integer other = first.putIfAbsent(reports.get(i).truth(), i + 1);
            if (other != null) {
                pairs.add(other + " " + (i + 1));
            }
        }
        return pairs;
    }

    private Set<String> found(Verdict verdict) {
        PairSearch asked = new PairSearch(PairState.OPEN, verdict, null);
        Set<String> all = new TreeSet<>();
        int number = 1;
        Page<CenterPair> page;
        do {
            page = own.finder.pairs.page(asked, new PageRequest(number++, PAGE, List.of()));
            page.content().forEach(pair -> all.add(pair.firstId() + " " + pair.secondId()));
        } while (page.content().size() == PAGE);
        return all;
    }

    private static double share(Collection<String> some, Set<String> among) {
        return some.stream().filter(among::contains).count() / (double) some.size();
    }
}
