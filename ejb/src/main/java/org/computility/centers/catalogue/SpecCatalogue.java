package org.computility.centers.catalogue;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.computility.centers.registration.CenterNeeds;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.UniqueKey;

/** The resource specs. Operators keep them; everybody but devices reads them. */
@Stateless
public class SpecCatalogue {

    @Inject
    Specs specs;

    @Inject
    @Any
    Instance<CenterNeeds> needs;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Offers a spec; Conflict {@code spec-exists} where its id is taken. */
    public SpecView offer(NewSpec wanted) {
        caller.require(Role.OPERATORS);
        Spec spec = Spec.of(
                new NewSpec(
                        CatalogueIds.orFresh(wanted.id()),
                        wanted.name(),
                        wanted.architecture(),
                        wanted.cores(),
                        wanted.memoryBytes(),
                        wanted.processor()),
                clock.instant());
        UniqueKey.keep(
                () -> specs.session().insert(spec),
                () -> new Conflict("spec-exists", new Member("id"), "A resource spec has this {member} already."));
        return spec.view();
    }

    /** Gives it another name. What a spec gives never changes: offer another one. */
    public SpecView rename(String id, String name) {
        caller.require(Role.OPERATORS);
        Spec spec = specs.lock(id).orElseThrow(() -> unknown(id));
        if (name != null) {
            spec.rename(name);
            specs.session().update(spec);
        }
        return spec.view();
    }

    /** Offers it no longer; Conflict {@code spec-in-use} while jobs need it. */
    public void withdraw(String id) {
        caller.require(Role.OPERATORS);
        Spec spec = specs.lock(id).orElseThrow(() -> unknown(id));
        if (needs.stream().anyMatch(room -> room.needsSpec(id))) {
            throw new Conflict("spec-in-use", "Jobs that have not ended use resource spec " + id + ".");
        }
        specs.session().delete(spec);
    }

    public SpecView get(String id) {
        caller.require(Role.READERS);
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** By id. */
    public Page<SpecView> page(PageRequest page) {
        caller.require(Role.READERS);
        return specs.page(page).map(Spec::view);
    }

    /** All of them by id; needs no caller. */
    public List<SpecView> all() {
        return specs.all().stream().map(Spec::view).toList();
    }

    /** Needs no caller. */
    public Optional<SpecView> find(String id) {
        return specs.find(id).map(Spec::view);
    }

    /** Those that there are; needs no caller. */
    public List<SpecView> find(Collection<String> ids) {
        return specs.named(ids.toArray(String[]::new)).stream().map(Spec::view).toList();
    }

    private static NotFound unknown(String id) {
        return new NotFound("spec-unknown", "No resource spec is called " + id + ".");
    }
}
