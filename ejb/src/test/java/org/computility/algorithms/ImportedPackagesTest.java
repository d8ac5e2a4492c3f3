package org.computility.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.algorithms.SomePackages.NOON;
import static org.computility.algorithms.SomePackages.NORTH;
import static org.computility.algorithms.SomePackages.SOUTH;
import static org.computility.algorithms.SomePackages.caller;
import static org.computility.algorithms.SomePackages.described;
import static org.computility.algorithms.SomePackages.id;

import java.time.Instant;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportedPackagesTest {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Caller NORTHERNER = caller(NORTH, Role.OPERATOR);

    private final Catalogue catalogue = new Catalogue();
    private final ImportedPackages packages = new ImportedPackages_(catalogue.session());

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void allPackagesAreReadInOneStatement() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B", "C"), "y", NORTHERNER);
        Statistics statistics = catalogue.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);

        assertThat(packages(null, null, NORTHERNER)).hasSize(2);

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void packagesAreFoundByEachCriterion() {
        catalogue.enter(described(1, "Motion_100%", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "y", NORTHERNER);
        catalogue.enter(described(3, "Motion", "C"), "z", caller(SOUTH, Role.OPERATOR));

        assertThat(packages(null, null, NORTHERNER)).containsExactly(id(1), id(2));
        assertThat(packages("motion", null, NORTHERNER)).containsExactly(id(1));
        assertThat(packages("_100%", null, NORTHERNER)).containsExactly(id(1));
        assertThat(packages("%", null, caller(SOUTH, Role.ADMINISTRATOR))).containsExactly(id(1));
        assertThat(packages(null, List.of(id(2), id(3)), NORTHERNER)).containsExactly(id(2));
    }

    @Test
    void theNewestComesFirst() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "y", NORTHERNER, LATER);

        assertThat(packages(null, null, NORTHERNER)).containsExactly(id(2), id(1));
    }

    @Test
    void theSameBytesInTwoPackagesAreNamedOnce() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "x", NORTHERNER);
        catalogue.enter(described(3, "Smoke", "C"), "y", NORTHERNER);

        assertThat(packages.contentsAmong(new String[] {"sha-x", "sha-y", "sha-z"}))
                .containsExactlyInAnyOrder("sha-x", "sha-y");
    }

    private List<String> packages(String name, List<String> ids, Caller caller) {
        PackageSearch search = new PackageSearch(name, null, ids, null, null, null, null);
        return packages.search(search, caller.scope()).stream()
                .map(AlgorithmPackage::id)
                .toList();
    }
}
