package org.computility.reporting.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CenterSourcesTest {

    private static final String CODE = "11010800005050000001";

    private final ReportingForTests room = new ReportingForTests();
    private final SourcesForTests registered = new SourcesForTests();
    private final CenterSources sources = registered.over(room.database);
    private int north;
    private int south;

    @BeforeEach
    void report() {
        ReportedCenterRegistry centers = ReportedCentersForTests.over(room.database);
        north = done(() -> centers.create(ReportedCentersForTests.named("北")));
        south = done(() -> centers.create(ReportedCentersForTests.named("南")));
        registered.register("slurm");
        registered.register("cluster");
        registered.registerCompute(CODE);
        room.database.be("admin");
    }

    @Test
    void whatIsSaidLastTakesThePlaceOfAllBefore() {
        assertThat(sources.get(north)).isEqualTo(view(List.of(), List.of()));
        assertThat(replace(north, List.of("slurm", "cluster", "slurm"), List.of(CODE)))
                .isEqualTo(view(List.of("cluster", "slurm"), List.of(CODE)));
        assertThat(replace(north, List.of("slurm"), List.of())).isEqualTo(view(List.of("slurm"), List.of()));
        assertThat(sources.get(north)).isEqualTo(view(List.of("slurm"), List.of()));
        assertThat(replace(south, List.of("cluster"), List.of(CODE)))
                .isEqualTo(view(List.of("cluster"), List.of(CODE)));
        assertThat(sources.centersBehind(0, 10)).containsExactly(north, south);
        assertThat(sources.centersBehind(north, 10)).containsExactly(south);
        assertThat(sources.countCenters()).isEqualTo(2);
    }

    @Test
    void aSourceIsOneCentersOnly() {
        replace(north, List.of("slurm"), List.of(CODE));

        room.refused("source-taken", () -> replaceNow(south, List.of("slurm"), List.of()));
        room.refused("source-taken", () -> replaceNow(south, List.of(), List.of(CODE)));
        replace(north, List.of(), List.of());
        assertThat(replace(south, List.of("slurm"), List.of(CODE))).isEqualTo(view(List.of("slurm"), List.of(CODE)));
    }

    @Test
    void whoIsNotRegisteredIsNoSourceButMayStayOne() {
        room.refused("center-unknown", () -> replaceNow(north, List.of("nowhere"), List.of()));
        room.refused("compute-unknown", () -> replaceNow(north, List.of(), List.of("11010800005050000002")));
        room.refused("reported-center-unknown", () -> replaceNow(north + south, List.of(), List.of()));
        assertThat(sources.get(north)).isEqualTo(view(List.of(), List.of()));

        replace(north, List.of("slurm"), List.of());
        registered.centers.remove("slurm");
        assertThat(replace(north, List.of("slurm", "cluster"), List.of()))
                .isEqualTo(view(List.of("cluster", "slurm"), List.of()));
    }

    @Test
    void administratorsSaySo() {
        for (String other : List.of("reporter", "auditor", "stranger")) {
            room.database.be(other);
            room.refused("role-missing", () -> replaceNow(north, List.of("slurm"), List.of()));
            room.refused("role-missing", () -> sources.get(north));
        }
    }

    private SourcesView replace(int center, List<String> centers, List<String> compute) {
        return done(() -> sources.replace(center, new NewSources(centers, compute)));
    }

    private void replaceNow(int center, List<String> centers, List<String> compute) {
        sources.replace(center, new NewSources(centers, compute));
    }

    private static SourcesView view(List<String> centers, List<String> compute) {
        return new SourcesView(centers, compute);
    }

    private <T> T done(Supplier<T> story) {
        return room.database.sessions.commit(story::get);
    }
}
