package org.computility.trading.registration;

import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code data_resource}. */
interface Offerings {

    StatelessSession session();

    /** What this organisation (null: anybody) may see: its own resources, and what others have published. */
    @HQL("""
            where registrationId = :registrationId and (:dataId is null or description.dataId = :dataId)
              and (:scope is null or organisationId = :scope or state = 'PUBLISHED')
            """)
    Optional<Offering> seen(UUID registrationId, String dataId, UUID scope);

    /** Until the transaction ends nobody else registers this data. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended('data ' || :dataId, 0)) as text)")
    String hold(String dataId);

    @HQL("where description.dataId = :dataId")
    Optional<Offering> ofData(String dataId);

    /** The number of controlled data. */
    @HQL("select registrationId from Offering where description.dataId = :dataId and controlled")
    Optional<UUID> controlled(String dataId);

    /** The resource with this data, locked until the transaction ends. */
    @SQL("select * from data_resource where data_id = :dataId for no key update")
    Optional<Offering> lockData(String dataId);

    /** One resource, locked until the transaction ends. */
    @SQL("select * from data_resource where registration_id = :registrationId for no key update")
    Optional<Offering> lock(UUID registrationId);
}
