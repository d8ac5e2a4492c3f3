package org.computility.jobs.shares;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** Administrators share the network out; watchers of an organisation see what it is due. */
@Stateless
public class QueueSharing {

    private static final Member ORGANISATION = new Member("organisationId");

    @Inject
    QueueShares shares;

    @EJB
    OrganisationAdministration organisations;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** By organisation; those that are due what everybody is are not in it. */
    public Page<ShareView> page(PageRequest page) {
        return shares.page(caller.require(Role.WATCHERS).scope(), page).map(QueueShare::view);
    }

    /**
     * Sets what an organisation is due, in place of what it was.
     *
     * @throws NotFound {@code organisation-unknown}
     */
    public ShareView set(UUID organisationId, NewShare wanted) {
        caller.require(Role.ADMINISTRATOR);
        organisations.get(organisationId);
        Instant now = clock.instant();
        shares.begin(organisationId, now);
        QueueShare share = shares.lock(organisationId).orElseThrow(() -> unknown(organisationId));
        share.change(wanted, now);
        shares.session().update(share);
        return share.view();
    }

    /**
     * From now on the organisation is due what everybody is.
     *
     * @throws NotFound {@code queue-share-unknown}
     */
    public void remove(UUID organisationId) {
        caller.require(Role.ADMINISTRATOR);
        QueueShare share = shares.lock(organisationId).orElseThrow(() -> unknown(organisationId));
        shares.session().delete(share);
    }

    private static NotFound unknown(UUID organisationId) {
        return new NotFound(
                "queue-share-unknown", ORGANISATION, "{member} " + organisationId + " has no share of its own.");
    }
}
