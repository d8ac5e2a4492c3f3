package org.computility.centers.registration;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.shared.keys.Sealing;

/**
 * The centers as people keep them. Operators keep the centers of their own organisation; what keeps files where the platform
 * itself runs ({@code process}, {@code slurm}) is an administrator's. Everybody but devices sees which centers there are.
 */
@Stateless
public class CenterRegistration {

    private static final Member OPERATOR = new Member("operatorId");

    @Inject
    Centers centers;

    @EJB
    OrganisationAdministration organisations;

    @Inject
    CenterLocations locations;

    @Inject
    CenterPlaces places;

    @Inject
    Sealing sealing;

    @Inject
    @Any
    Instance<CenterNeeds> needs;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<CenterRegistered> registrations;

    @Inject
    Clock clock;

    /**
     * Registers a center and has it asked at once.
     *
     * @throws Conflict {@code center-exists} where the id is taken
     * @throws Rejected {@code member-invalid}, {@code member-missing}, {@code url-invalid}, {@code url-refused}, {@code
     *     organisation-invalid}
     */
    public CenterView register(NewCenter wanted) {
        Caller known = caller.require(Role.OPERATORS);
        UUID operator = Objects.requireNonNullElse(wanted.operatorId(), known.organisationId());
        mayOperate(operator);
        locations.check(wanted.location(), wanted.username(), wanted.password());
        mayUse(wanted.location());
        places.checkFolder(wanted.id(), wanted.location());
        Center center = Center.register(withId(wanted), operator, sealing, clock.instant());
        UniqueKey.keep(
                () -> centers.session().insert(center),
                () -> new Conflict("center-exists", new Member("id"), "A center has this {member} already."));
        CenterView registered = center.view();
        registrations.fire(new CenterRegistered(registered.id()));
        return registered;
    }

    /**
     * Changes what is named; with another place it is asked at once.
     *
     * @throws Conflict {@code center-in-use} while something runs there that could not be reached any more
     * @throws Rejected as {@link #register}
     */
    public CenterView change(String id, CenterChange change) {
        caller.require(Role.OPERATORS);
        Center center = operated(id);
        center.describe(change);
        if (change.operatorId() != null) {
            mayOperate(change.operatorId());
            center.passTo(change.operatorId());
        }
        if (change.isOfPlace()) {
            String place = Objects.requireNonNullElse(
                    change.location(), center.address().location());
            locations.check(place, change.username(), change.password());
            mayUse(place);
            places.checkMove(center.address(), place, change.username());
            if (!place.equals(center.address().location())) {
                places.checkFolder(id, place);
            }
            forgetUnlessSame(center, place);
            center.moveTo(place, change.username(), change.password(), sealing);
        }
        centers.session().update(center);
        if (change.isOfPlace()) {
            centers.due(id, clock.instant());
            registrations.fire(new CenterRegistered(id));
        }
        return center.view();
    }

    /**
     * Removes a center with its images.
     *
     * @param force for administrators: whatever runs there. It is given up: what ran is charged as long as it was seen to run, and goes on
     *     elsewhere; jobs that named no other center fail
     * @throws Conflict {@code center-in-use} while jobs need it
     */
    public void remove(String id, boolean force) {
        if (force) {
            caller.require(Role.ADMINISTRATOR);
        } else {
            caller.require(Role.OPERATORS);
        }
        Center center = operated(id);
        if (force) {
            centers.removed(id, clock.instant());
        } else if (needs.stream().anyMatch(room -> room.needsCenter(id))) {
            throw new Conflict("center-in-use", "Jobs that have not ended need center " + id + ".");
        }
        needs.forEach(room -> room.forget(id));
        centers.session().delete(center);
    }

    private void forgetUnlessSame(Center center, String place) {
        CenterAddress now = center.address();
        if (!place.equals(now.location())) {
            needs.forEach(room -> room.forget(now.id()));
        }
    }

    public CenterView get(String id) {
        caller.require(Role.READERS);
        return shown(centers.find(id).map(Center::view).orElseThrow(() -> unknown(id)));
    }

    /** Without their nodes. */
    public Page<CenterView> page(String processorType, Boolean connected, PageRequest page) {
        caller.require(Role.READERS);
        return centers.page(processorType, connected, page)
                .map(Center::view)
                .map(view -> shown(view).inBrief());
    }

    /** With what they have; for lists that tell no nodes. */
    public Page<CenterView> pageWithCapacity(String processorType, Boolean connected, PageRequest page) {
        caller.require(Role.READERS);
        return centers.page(processorType, connected, page).map(Center::view).map(this::shown);
    }

    /** NotFound {@code center-unknown} where there is no such center. */
    public void requireKnown(String id) {
        if (centers.find(id).isEmpty()) {
            throw unknown(id);
        }
    }

    /** Refuses where the caller does not keep this center: 404 {@code center-unknown}, 403 {@code center-foreign}. */
    public void requireOperated(String id) {
        caller.require(Role.OPERATORS);
        operated(id);
    }

    /**
     * Whether the caller may name that place for an image of the center.
     *
     * @param centerId null: of every center
     */
    public void requireImagePlace(String centerId, String location) {
        if (centerId == null) {
            caller.require(Role.ADMINISTRATOR);
            return;
        }
        String center = operated(centerId).address().location();
        mayUse(center);
        CenterKind.of(center).checkImage(location);
    }

    private Center operated(String id) {
        Center center = centers.lock(id).orElseThrow(() -> unknown(id));
        if (!caller.get().sees(center.operatorId())) {
            throw new Denied("center-foreign", "Another organisation runs center " + id + ".");
        }
        return center;
    }

    private void mayOperate(UUID organisation) {
        if (!caller.get().sees(organisation)) {
            throw new Denied("center-foreign", OPERATOR, "{member} is the caller's own organisation.");
        }
        try {
            organisations.get(organisation);
        } catch (NotFound e) {
            throw new Rejected("organisation-invalid", OPERATOR, "{member} names no organisation.");
        }
    }

    private void mayUse(String location) {
        if (CenterKind.of(location).usesOurFiles(location)) {
            caller.require(Role.ADMINISTRATOR);
        }
    }

    private CenterView shown(CenterView view) {
        return caller.isOneOf(Role.WATCHERS) && caller.get().sees(view.operatorId()) ? view : view.forUsers();
    }

    private static NewCenter withId(NewCenter wanted) {
        return new NewCenter(
                Objects.requireNonNullElseGet(
                        wanted.id(), () -> UUID.randomUUID().toString()),
                wanted.name(),
                wanted.province(),
                wanted.city(),
                wanted.desc(),
                wanted.operatorId(),
                wanted.location(),
                wanted.username(),
                wanted.password());
    }

    private static NotFound unknown(String id) {
        return new NotFound("center-unknown", new Member("centerId"), "{member} " + id + " names no center.");
    }
}
