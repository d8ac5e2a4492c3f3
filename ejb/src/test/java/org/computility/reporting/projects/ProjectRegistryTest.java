package org.computility.reporting.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.computility.reporting.ReportingForTests;
import org.junit.jupiter.api.Test;

class ProjectRegistryTest {

    private final ReportingForTests room = new ReportingForTests();
    private final ProjectRegistry projects = ProjectsForTests.over(room.database);

    @Test
    void aRepeatedCreationAnswersTheSameId() {
        int id = create("庆阳一期");

        assertThat(create("庆阳一期")).isEqualTo(id);
        NewProject other = new NewProject("庆阳一期", "620000", "9", null, ProjectsForTests.investment(42));
        room.refused("project-exists", () -> projects.create(other));
        assertThat(projects.query(null, "庆阳一期")).singleElement().satisfies(project -> {
            assertThat(project.id()).isEqualTo(id);
            assertThat(project.hubId()).isEqualTo("17");
            assertThat(project.investment()).isEqualTo(ProjectsForTests.investment(42));
        });
    }

    @Test
    void aNameIsOneProjectsWithinItsOrganisation() {
        int own = create("共同");
        room.database.be("stranger");
        int foreign = create("共同");

        assertThat(foreign).isNotEqualTo(own);
        assertThat(projects.query(null, null)).extracting(ProjectView::id).containsExactly(foreign);
        room.refused("project-unknown", () -> projects.change(change(own, null)));
        room.database.be("admin");
        assertThat(projects.query(null, "共同")).extracting(ProjectView::id).containsExactly(own, foreign);
        room.refused("name-ambiguous", () -> projects.change(change(null, "共同")));
        room.refused("member-missing", () -> projects.change(change(null, null)));
        done(() -> projects.change(change(own, "甲")));
        done(() -> projects.change(change(null, "甲")));
        assertThat(projects.query(own, null)).extracting(ProjectView::name).containsExactly("甲");
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        int id = create("庆阳一期");
        create("庆阳二期");
        done(() -> projects.change(new ProjectChange(id, null, null, "", ProjectsForTests.investment(50))));

        ProjectView changed = projects.query(id, null).get(0);
        assertThat(changed.clusterId()).isEqualTo("9");
        assertThat(changed.hubId()).isNull();
        assertThat(changed.investment()).isEqualTo(ProjectsForTests.investment(50));
        room.refused("project-exists", () -> projects.change(change(id, "庆阳二期")));
        room.refused(
                "member-invalid",
                () -> projects.change(new ProjectChange(id, null, "11", null, ProjectsForTests.investment(50))));
    }

    @Test
    void auditorsReadAndDevicesDoNothing() {
        int id = create("庆阳一期");
        room.database.be("auditor");
        assertThat(projects.query(id, null)).hasSize(1);
        room.refused("role-missing", () -> projects.change(change(id, null)));
        room.database.be("device");
        room.refused("role-missing", () -> projects.query(id, null));
        room.refused("role-missing", () -> projects.create(ProjectsForTests.named("x")));
    }

    @Test
    void othersProjectsAreNone() {
        int id = create("庆阳一期");
        projects.requireKnown(List.of(id, id));
        room.database.be("stranger");
        room.refused("member-invalid", () -> projects.requireKnown(List.of(id)));
        room.database.be("admin");
        projects.requireKnown(List.of(id));
        room.refused("member-invalid", () -> projects.requireKnown(List.of(id, Integer.MAX_VALUE)));
    }

    private int create(String name) {
        return done(() -> projects.create(ProjectsForTests.named(name)));
    }

    private static ProjectChange change(Integer id, String name) {
        return new ProjectChange(id, name, null, null, ProjectsForTests.investment(1));
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
