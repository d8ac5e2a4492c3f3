package org.computility.reporting.centers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.Named;
import org.computility.reporting.places.PlaceDirectory;
import org.computility.reporting.projects.ProjectRegistry;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;

/**
 * Computing centers as organisations report them (TC609 A.5 to A.7). An organisation sees and changes its own, an administrator
 * those of all; a name is one center's within its organisation.
 */
@Stateless
public class ReportedCenterRegistry {

    private static final Member NAME = new Member("name");
    private static final Member ID = new Member("id");

    @Inject
    ReportedCenters centers;

    @EJB
    ProjectRegistry projects;

    @EJB
    PlaceDirectory places;

    @Inject
    Event<CenterReported> reported;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Creates a center of the caller's organisation (A.5) and answers its id. The same call once more answers the same id.
     *
     * @throws Conflict {@code reported-center-exists} where the name is that of another center of the organisation
     * @throws Rejected {@code member-invalid} for projects, codes of places and positions that do not exist
     */
    public int create(NewReportedCenter wanted) {
        Caller known = caller.require(Role.REPORTERS);
        places.requireProvince(wanted.province());
        places.requireCityIn(wanted.province(), wanted.city());
        places.requireKnown(wanted.clusterId(), wanted.hubId());
        projects.requireKnown(wanted.projectIds());
        ReportedCenter center = ReportedCenter.create(wanted, known.organisationId(), clock.instant());
        Optional<ReportedCenter> there = centers.named(known.organisationId(), wanted.name());
        if (there.isPresent()) {
            return there.filter(before -> before.isAs(center))
                    .orElseThrow(ReportedCenterRegistry::exists)
                    .id();
        }
        UniqueKey.keep(() -> centers.session().insert(center), ReportedCenterRegistry::exists);
        reported.fire(new CenterReported(center.id()));
        return center.id();
    }

    /**
     * Changes a center (A.6).
     *
     * @throws NotFound {@code reported-center-unknown}
     * @throws Rejected {@code member-missing} without id and name, {@code name-ambiguous}, {@code member-invalid}
     * @throws Conflict {@code reported-center-exists} where the new name is taken
     */
    public void change(ReportedCenterChange change) {
        caller.require(Role.REPORTERS);
        places.requireKnown(change.clusterId(), change.hubId());
        projects.requireKnown(change.projectIds());
        ReportedCenter center = centers.lock(
                        meant(ID, change.id(), NAME, change.name()).id())
                .orElseThrow(() -> unknown(ID, change.id()));
        center.change(change, clock.instant());
        UniqueKey.keep(() -> centers.session().update(center), ReportedCenterRegistry::exists);
        reported.fire(new CenterReported(center.id()));
    }

    /** Those that the caller may see (A.7), by their ids; null asks for nothing. */
    public List<ReportedCenterView> query(Integer id, String name) {
        Caller reader = caller.require(Role.READERS);
        return centers.found(reader.scope(), id, name).stream()
                .map(ReportedCenter::view)
                .toList();
    }

    /**
     * The center that a report or a question is about, by one of the two (二选一).
     *
     * @throws NotFound {@code reported-center-unknown}, also for one that the caller may not see
     * @throws Rejected {@code member-missing} without either, {@code member-invalid} where they name two centers, {@code
     *     name-ambiguous}
     */
    public ReportedCenterView meant(Integer id, String name) {
        Member named = new Member("centerName");
        ReportedCenterView center =
                meant(new Member("centerId"), id, named, name).view();
        if (id != null && name != null && !center.name().equals(name)) {
            throw new Rejected("member-invalid", named, "{member} is not the name of center " + id + ".");
        }
        return center;
    }

    /** Whether there is that center for the caller. */
    public boolean isSeen(int id) {
        Caller known = caller.get();
        return centers.find(id)
                .filter(center -> known.sees(center.organisationId()))
                .isPresent();
    }

    /** The center of that id, for whoever has checked, or need not check, who may see it. */
    public Optional<ReportedCenterView> known(int id) {
        return centers.find(id).map(ReportedCenter::view);
    }

    /** The names of those centers, by their ids; callers have checked who may see them. */
    public Map<Integer, String> names(Collection<Integer> ids) {
        return centers.some(ids.toArray(Integer[]::new)).stream()
                .map(ReportedCenter::view)
                .collect(Collectors.toMap(ReportedCenterView::id, ReportedCenterView::name));
    }

    private ReportedCenter meant(Member byId, Integer id, Member byName, String name) {
        Caller known = caller.get();
        if (id != null) {
            return centers.find(id)
                    .filter(center -> known.sees(center.organisationId()))
                    .orElseThrow(() -> unknown(byId, id));
        }
        if (name == null) {
            throw new Rejected(
                    "member-missing", byId, "{member} is missing: it or " + byName.name() + " says which center.");
        }
        return Named.one(
                byName,
                centers.allNamed(name).stream()
                        .filter(center -> known.sees(center.organisationId()))
                        .toList(),
                center -> center.organisationId().equals(known.organisationId()),
                () -> unknown(byName, name));
    }

    private static Conflict exists() {
        return new Conflict("reported-center-exists", NAME, "Another center of the organisation has this {member}.");
    }

    private static NotFound unknown(Member member, Object named) {
        return new NotFound("reported-center-unknown", member, "{member} " + named + " names no computing center.");
    }
}
