package org.computility.licensing.online;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code authorization_server}. */
interface AuthorizationServers {

    StatelessSession session();

    @HQL("where number = :number and (:organisationId is null or organisationId = :organisationId)")
    Optional<AuthorizationServer> find(int number, UUID organisationId);

    /** All of a provider, the oldest first. */
    @HQL("where organisationId = :organisationId and provider = :provider order by number")
    List<AuthorizationServer> of(UUID organisationId, String provider);

    @HQL("where organisationId = :organisationId and provider = :provider and isDefault")
    Optional<AuthorizationServer> defaultOf(UUID organisationId, String provider);

    /** Keeps other changes of the organisation's servers waiting until the transaction ends: the default moves between rows. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended(cast(:organisationId as text), 9)) as text)")
    String lock(UUID organisationId);

    /**
     * The servers that a search asks for, the newest first. The answer has no pages: it is one statement.
     *
     * @param organisationId whose; null: every organisation's
     */
    default List<AuthorizationServer> search(AuthServerSearch search, UUID organisationId) {
        return new Search<>(session(), AuthorizationServer.class)
                .equal(AuthorizationServer_.organisationId, organisationId)
                .equal(AuthorizationServer_.provider, search.provider())
                .from(AuthorizationServer_.createdAt, search.createdFrom())
                .before(AuthorizationServer_.createdAt, search.createdBefore())
                .all(Order.desc(AuthorizationServer_.number));
    }
}
