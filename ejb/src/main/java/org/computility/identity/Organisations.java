package org.computility.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.SearchText;
import org.computility.shared.database.UniqueKey;

/** The organisations. Administrators see and found them all; others see their own. */
@Stateless
public class Organisations {

    private static final String VISIBLE =
            " FROM Organisation o WHERE o.id = coalesce(:own, o.id) AND lower(o.name) LIKE :name ESCAPE '!'";

    @PersistenceContext(unitName = "computility")
    EntityManager entities;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Conflict {@code organisation-exists} when the name is taken, in whatever case. */
    public OrganisationView found(String name) {
        caller.require(Role.ADMINISTRATOR);
        Organisation organisation = Organisation.found(name, clock.instant().truncatedTo(ChronoUnit.MICROS));
        UniqueKey.keep(
                () -> {
                    entities.persist(organisation);
                    entities.flush();
                },
                () -> new Conflict("organisation-exists", "name", "An organisation has this name already."));
        return organisation.view();
    }

    /** The organisation, when it is the caller's or the caller an administrator; else NotFound {@code organisation-unknown}. */
    public OrganisationView get(UUID id) {
        UUID own = own();
        Organisation organisation = entities.find(Organisation.class, id);
        if (organisation == null || (own != null && !own.equals(id))) {
            throw new NotFound("organisation-unknown", "No such organisation.");
        }
        return organisation.view();
    }

    /** By name, those whose name holds the text; null: all. */
    public Page<OrganisationView> list(String nameContains, PageRequest page) {
        String pattern = SearchText.containing(nameContains);
        List<Organisation> content = entities.createQuery("SELECT o" + VISIBLE + " ORDER BY o.name", Organisation.class)
                .setParameter("own", own())
                .setParameter("name", pattern)
                .setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(content.stream().map(Organisation::view).toList(), total(own(), pattern), page);
    }

    private long total(UUID own, String pattern) {
        return entities.createQuery("SELECT count(o)" + VISIBLE, Long.class)
                .setParameter("own", own)
                .setParameter("name", pattern)
                .getSingleResult();
    }

    private UUID own() {
        Caller known = caller.get();
        return known.is(Role.ADMINISTRATOR) ? null : known.organisationId();
    }
}
