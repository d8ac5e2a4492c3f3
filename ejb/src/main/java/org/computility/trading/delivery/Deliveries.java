package org.computility.trading.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code delivery}, and of {@code sealed_data}. */
interface Deliveries {

    StatelessSession session();

    @Find
    Optional<Delivery> find(UUID deliveryId);

    @HQL("where licenceId = :licenceId")
    Optional<Delivery> ofLicence(UUID licenceId);

    /** The latest of a trade. */
    @HQL("where confirmId = :confirmId order by deliveredAt desc limit 1")
    Optional<Delivery> ofTrade(UUID confirmId);

    @HQL("from SealedData where registrationId = :registrationId")
    Optional<SealedData> sealed(UUID registrationId);

    /** Inserts it unless there is one of that data resource by now. */
    @SQL("""
            insert into sealed_data (registration_id, content_sha256, content_size, file_sha256, file_size, cipher_start,
                nonce, data_key, sealed_at)
            values (:registrationId, :contentSha256, :contentSize, :fileSha256, :fileSize, :cipherStart, :nonce, :dataKey,
                :now)
            on conflict do nothing
            """)
    int offer(
            UUID registrationId,
            String contentSha256,
            long contentSize,
            String fileSha256,
            long fileSize,
            long cipherStart,
            String nonce,
            String dataKey,
            Instant now);

    @SQL("select distinct file_sha256 from sealed_data where file_sha256 = any(:sha256s)")
    List<String> filesAmong(String[] sha256s);
}
