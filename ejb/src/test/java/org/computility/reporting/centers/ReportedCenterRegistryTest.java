package org.computility.reporting.centers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.projects.ProjectsForTests;
import org.junit.jupiter.api.Test;

class ReportedCenterRegistryTest {

    private final ReportingForTests room = new ReportingForTests();
    private final ReportedCenterRegistry centers = ReportedCentersForTests.over(room.database);

    @Test
    void aRepeatedCreationAnswersTheSameId() {
        int id = create(ReportedCentersForTests.named("庆阳"));

        assertThat(create(ReportedCentersForTests.in("620000", "621000", "庆阳", List.of(), "107.6436310")))
                .isEqualTo(id);
        room.refused(
                "reported-center-exists",
                () -> centers.create(ReportedCentersForTests.in("620000", "621000", "庆阳", List.of(), "107.6")));
        assertThat(centers.query(null, null)).singleElement().satisfies(center -> {
            assertThat(center.longitude()).isEqualTo(new BigDecimal("107.643631"));
            assertThat(center.latitude()).isEqualTo(new BigDecimal("35.7"));
            assertThat(center.productionDate()).isEqualTo(LocalDate.of(2025, 10, 29));
        });
    }

    @Test
    void aCenterBelongsToProjectsOfItsOrganisationAndStandsSomewhere() {
        int project = done(() -> ProjectsForTests.over(room.database).create(ProjectsForTests.named("一期")));
        int id = create(ReportedCentersForTests.in("620000", "621000", "庆阳", List.of(project, project), "107.6"));

        assertThat(centers.query(id, null).get(0).projectIds()).containsExactly(project);
        room.database.be("stranger");
        refused(ReportedCentersForTests.in("620000", "621000", "x", List.of(project), "107.6"));
        refused(ReportedCentersForTests.in("990000", "991000", "x", List.of(), "107.6"));
        refused(ReportedCentersForTests.in("620000", "110100", "x", List.of(), "107.6"));
        refused(ReportedCentersForTests.in("620000", "621000", "x", List.of(), "107.6436311"));
        refused(ReportedCentersForTests.in("620000", "621000", "x", List.of(), "180.1"));
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        int id = create(ReportedCentersForTests.named("庆阳"));
        done(() -> centers.change(change(id, null, null, null)));

        ReportedCenterView kept = centers.query(id, null).get(0);
        assertThat(kept.description()).isEqualTo("一期");
        assertThat(kept.productionDate()).isEqualTo(LocalDate.of(2025, 10, 29));
        assertThat(kept.type()).isEqualTo(6);
        done(() -> centers.change(change(id, "庆阳中心", "", Optional.empty())));
        ReportedCenterView changed = centers.query(null, "庆阳中心").get(0);
        assertThat(changed.id()).isEqualTo(id);
        assertThat(changed.description()).isNull();
        assertThat(changed.productionDate()).isNull();
    }

    @Test
    void whichCenterIsMeantIsSaidByIdOrName() {
        int id = create(ReportedCentersForTests.named("庆阳"));

        assertThat(centers.meant(id, null).name()).isEqualTo("庆阳");
        assertThat(centers.meant(null, "庆阳").id()).isEqualTo(id);
        assertThat(centers.meant(id, "庆阳").id()).isEqualTo(id);
        room.refused("member-invalid", () -> centers.meant(id, "中卫"));
        room.refused("member-missing", () -> centers.meant(null, null));
        room.database.be("stranger");
        room.refused("reported-center-unknown", () -> centers.meant(id, null));
        room.refused("reported-center-unknown", () -> centers.meant(null, "庆阳"));
        create(ReportedCentersForTests.named("庆阳"));
        room.database.be("admin");
        room.refused("name-ambiguous", () -> centers.meant(null, "庆阳"));
    }

    private int create(NewReportedCenter wanted) {
        return done(() -> centers.create(wanted));
    }

    private void refused(NewReportedCenter wanted) {
        room.refused("member-invalid", () -> centers.create(wanted));
    }

    private static ReportedCenterChange change(
            Integer id, String name, String description, Optional<LocalDate> productionDate) {
        return new ReportedCenterChange(
                id,
                name,
                description,
                List.of(),
                null,
                new BigDecimal("107.6"),
                new BigDecimal("35.7"),
                6,
                productionDate,
                null);
    }

    private <T> T done(Supplier<T> deed) {
        return room.database.sessions.commit(deed);
    }

    private void done(Runnable deed) {
        done(() -> {
            deed.run();
            return null;
        });
    }
}
