package org.computility.identity.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.UniqueKey;

/** The organisations. Administrators see and found them all; others see their own. */
@Stateless
public class OrganisationAdministration {

    @Inject
    Organisations organisations;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Conflict {@code organisation-exists} when the name is taken, in whatever case. */
    public OrganisationView found(String name) {
        caller.require(Role.ADMINISTRATOR);
        Organisation organisation = Organisation.found(name, clock.instant());
        UniqueKey.keep(
                () -> organisations.session().insert(organisation),
                () -> new Conflict(
                        "organisation-exists", new Member("name"), "An organisation has this name already."));
        return organisation.view();
    }

    /**
     * The organisation, if the caller belongs to it or is an administrator; else NotFound {@code organisation-unknown}.
     */
    public OrganisationView get(UUID id) {
        Caller known = caller.get();
        return organisations
                .find(id)
                .filter(organisation -> known.sees(id))
                .map(Organisation::view)
                .orElseThrow(() -> new NotFound("organisation-unknown", "No such organisation."));
    }

    /** The organisations whose name holds the text, by name; a null text: all. */
    public Page<OrganisationView> list(String nameContains, PageRequest page) {
        return organisations.page(caller.get().scope(), nameContains, page).map(Organisation::view);
    }
}
