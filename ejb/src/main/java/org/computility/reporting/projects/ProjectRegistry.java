package org.computility.reporting.projects;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.Named;
import org.computility.reporting.places.PlaceDirectory;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;

/**
 * Projects as organisations report them (TC609 A.2 to A.4). An organisation sees and changes its own, an administrator those of
 * all; a name is one project's within its organisation.
 */
@Stateless
public class ProjectRegistry {

    private static final Member NAME = new Member("projectName");
    private static final Member ID = new Member("id");
    private static final Member PROJECT_ID = new Member("projectId");

    @Inject
    Projects projects;

    @EJB
    PlaceDirectory places;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Creates a project of the caller's organisation (A.2) and answers its id. The same call once more answers the same id.
     *
     * @throws Conflict {@code project-exists} where the name is that of another project of the organisation
     * @throws Rejected {@code member-invalid} for a code of a place that does not exist
     */
    public int create(NewProject wanted) {
        Caller known = caller.require(Role.REPORTERS);
        places.requireProvince(wanted.province());
        places.requireKnown(wanted.clusterId(), wanted.hubId());
        Optional<Project> there = projects.named(known.organisationId(), wanted.name());
        if (there.isPresent()) {
            return there.filter(project -> project.isAs(wanted))
                    .orElseThrow(ProjectRegistry::exists)
                    .id();
        }
        Project project = Project.create(wanted, known.organisationId(), clock.instant());
        UniqueKey.keep(() -> projects.session().insert(project), ProjectRegistry::exists);
        return project.id();
    }

    /**
     * Changes a project (A.3).
     *
     * @throws NotFound {@code project-unknown}
     * @throws Rejected {@code member-missing} without id and name, {@code name-ambiguous}, {@code member-invalid}
     * @throws Conflict {@code project-exists} where the new name is taken
     */
    public void change(ProjectChange change) {
        Caller known = caller.require(Role.REPORTERS);
        places.requireKnown(change.clusterId(), change.hubId());
        Project project = change.id() == null ? named(known, change.name()) : numbered(known, change.id());
        project.change(change, clock.instant());
        UniqueKey.keep(() -> projects.session().update(project), ProjectRegistry::exists);
    }

    /** Those that the caller may see (A.4), by their ids; null asks for nothing. */
    public List<ProjectView> query(Integer id, String name) {
        Caller reader = caller.require(Role.READERS);
        return projects.found(reader.scope(), id, name).stream()
                .map(Project::view)
                .toList();
    }

    /** Rejected {@code member-invalid} where one of these is no project that the caller may see. */
    public void requireKnown(Collection<Integer> ids) {
        Set<Integer> each = Set.copyOf(ids);
        Integer[] wanted = each.toArray(Integer[]::new);
        Caller known = caller.get();
        long found = known.scope() == null ? projects.count(wanted) : projects.countOf(known.organisationId(), wanted);
        if (found < each.size()) {
            throw new Rejected("member-invalid", PROJECT_ID, "{member} names a project that there is not.");
        }
    }

    private Project numbered(Caller known, int id) {
        return projects.lock(id)
                .filter(project -> known.sees(project.view().organisationId()))
                .orElseThrow(() -> unknown(ID, id));
    }

    private Project named(Caller known, String name) {
        if (name == null) {
            throw new Rejected("member-missing", ID, "{member} is missing: it or projectName says which project.");
        }
        return Named.one(
                NAME,
                projects.lockNamed(name).stream()
                        .filter(project -> known.sees(project.view().organisationId()))
                        .toList(),
                project -> project.isOf(known.organisationId()),
                () -> unknown(NAME, name));
    }

    private static Conflict exists() {
        return new Conflict("project-exists", NAME, "Another project of the organisation has this {member}.");
    }

    private static NotFound unknown(Member member, Object named) {
        return new NotFound("project-unknown", member, "{member} " + named + " names no project.");
    }
}
