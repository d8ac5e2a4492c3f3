package org.computility.identity.registration;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code registration}. */
interface Registrations {

    StatelessSession session();

    @Find
    Optional<Registration> find(UUID id);

    /** The same, locked until the transaction ends. */
    @SQL("select * from registration where id = :id for no key update")
    Optional<Registration> lock(UUID id);

    /**
     * The oldest first.
     *
     * @param state null: any
     * @param organisation that they name, in whatever case; null: any
     */
    default Page<Registration> page(RegistrationState state, String organisation, PageRequest page) {
        Search<Registration> found = new Search<>(session(), Registration.class).equal(Registration_.state, state);
        if (organisation != null) {
            String lower = OrganisationName.lower(organisation);
            found.where((b, one) -> b.equal(b.lower(one.get(Registration_.organisation)), lower));
        }
        return found.page(page, Map.of(), Order.asc(Registration_.createdAt), Order.asc(Registration_.id));
    }

    /** Whoever registers waits here until the transaction ends of whoever registers before. */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('registration')) as text)")
    String lockAsking();

    @HQL("select count(*) from Registration where state = 'PENDING'")
    long pending();

    @HQL("select count(*) from Registration where state = 'PENDING' and network = :network")
    long pendingOf(String network);

    @HQL("""
            update Registration set state = 'EXPIRED', decidedAt = :now, passwordHash = null, network = null
            where state = 'PENDING' and expiresAt <= :now
            """)
    int expire(Instant now);

    @HQL("delete Registration where decidedAt < :before")
    int forget(Instant before);
}
