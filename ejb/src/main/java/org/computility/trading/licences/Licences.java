package org.computility.trading.licences;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code licence}. */
interface Licences {

    StatelessSession session();

    @Find
    Optional<Licence> find(UUID licenceId);

    /** The one that counts now. */
    @HQL("where confirmId = :confirmId and replacedBy is null")
    Optional<Licence> ofConfirmation(UUID confirmId);

    @HQL("where orderId = :orderId")
    Optional<Licence> ofOrder(UUID orderId);

    /** Until the transaction ends nobody else renews licences of this data. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended('licences of ' || :dataId, 0)) as text)")
    String hold(String dataId);

    /** Licences of this data, not of subscriptions, that count now and still run, the newest last, locked until the transaction ends. */
    @SQL("""
            select * from licence
            where data_id = :dataId and licensor_organisation_id = :organisation and licensor = :licensor
              and order_id is null and replaced_by is null and revoked_at is null and ends_at > :now
            order by issued_at, licence_id for no key update
            """)
    List<Licence> lockRunning(String dataId, UUID organisation, String licensor, Instant now);

    /** All licences of a trade, locked until the transaction ends: a renewal that runs is waited for. */
    @SQL("select * from licence where confirm_id = :confirmId order by issued_at, licence_id for no key update")
    List<Licence> lockOfTrade(UUID confirmId);

    /** Takes back what was licensed by this trade, and was not taken back before. */
    @HQL("update Licence set revokedAt = :now where confirmId = :confirmId and revokedAt is null")
    int revoke(UUID confirmId, Instant now);
}
