package org.computility.identity.keys;

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

/** The rows of {@code application_key}. */
interface ApplicationKeys {

    StatelessSession session();

    @Find
    Optional<ApplicationKey> find(UUID id);

    /** The newest first. */
    default Page<ApplicationKey> page(UUID accountId, PageRequest page) {
        return new Search<>(session(), ApplicationKey.class)
                .equal(ApplicationKey_.accountId, accountId)
                .page(page, Map.of(), Order.desc(ApplicationKey_.createdAt), Order.asc(ApplicationKey_.id));
    }

    /** Whoever makes a key of the account waits here until the transaction ends of whoever makes another. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended(cast(:accountId as text), 7)) as text)")
    String lockMaking(UUID accountId);

    @HQL("select count(*) from ApplicationKey where accountId = :accountId and revokedAt is null and expiresAt > :now")
    long good(UUID accountId, Instant now);

    @HQL("update ApplicationKey set revokedAt = :now where id = :id and revokedAt is null")
    int revoke(UUID id, Instant now);

    /** Deletes the oldest revoked keys of the account, but for so many. */
    @SQL("""
            delete from application_key where id in (
                select id from application_key where account_id = :accountId and revoked_at is not null
                order by revoked_at desc, id offset :kept)
            """)
    int forgetRevoked(UUID accountId, int kept);

    /** When keys were last shown: one statement for any number. An older time than is known changes nothing. */
    @SQL("""
            update application_key k set last_used_at = u.at
            from unnest(:ids, :times) u (id, at)
            where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)
            """)
    int used(UUID[] ids, Instant[] times);

    @HQL("delete ApplicationKey where expiresAt < :before or revokedAt < :before")
    int forget(Instant before);
}
