package org.computility.algorithms.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.connector.DeliveredPackage;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code package_delivery}. */
interface NodeDeliveries {

    String WITH_PACKAGE = """
            select d, p.name, p.type, p.version, p.md5
            from NodeDelivery d join AlgorithmPackage p on p.id = d.packageId
            where d.computeCode = :computeCode
            """;

    StatelessSession session();

    /** All packages of a node, the newest delivery first. */
    @HQL(WITH_PACKAGE + "order by d.createdAt desc, d.packageId")
    List<PackageOnNode> of(String computeCode);

    @HQL(WITH_PACKAGE + "and d.packageId = :packageId")
    Optional<PackageOnNode> find(String computeCode, String packageId);

    /** Nodes that were given the package. */
    @HQL("select computeCode from NodeDelivery where packageId = :packageId order by computeCode")
    List<String> holders(String packageId);

    /** The MD5 of the bytes that a node was given. */
    @HQL("select md5 from NodeDelivery where computeCode = :computeCode and packageId = :packageId")
    Optional<String> md5(String computeCode, String packageId);

    /** Notes that a node is told to download; false, and nothing written, when it was told before. */
    default boolean begin(String computeCode, String packageId, String md5, Instant now) {
        return begin(computeCode, packageId, md5, DeliveryState.DOWNLOADING, now) == 1;
    }

    @HQL("""
            insert into NodeDelivery (computeCode, packageId, md5, status, progress, progressAt, createdAt, heardAt)
            values (:computeCode, :packageId, :md5, :downloading, 0.0, :now, :now, :now)
            on conflict (computeCode, packageId) do nothing
            """)
    int begin(String computeCode, String packageId, String md5, DeliveryState downloading, Instant now);

    /**
     * Notes that a node accepted to download once more. What it holds already stays downloaded, and so does what it said
     * since it was asked.
     */
    default void beginAgain(String computeCode, String packageId, String md5, Instant asked) {
        beginAgain(computeCode, packageId, md5, asked, DeliveryState.DOWNLOADING, DeliveryState.DONE);
    }

    @HQL("""
            update NodeDelivery set md5 = :md5, status = :downloading, progress = 0, progressAt = :asked, error = null,
                heardAt = :asked
            where computeCode = :computeCode and packageId = :packageId
              and (md5 <> :md5 or status <> :done and heardAt <= :asked)
            """)
    int beginAgain(
            String computeCode,
            String packageId,
            String md5,
            Instant asked,
            DeliveryState downloading,
            DeliveryState done);

    @HQL("delete NodeDelivery where computeCode = :computeCode and packageId = :packageId")
    boolean delete(String computeCode, String packageId);

    @HQL("delete NodeDelivery where computeCode = :computeCode")
    void deleteAll(String computeCode);

    /** One piece of news from a node about a package that it was given. */
    default void progress(String computeCode, DeliveredPackage news, Instant now) {
        progress(
                computeCode,
                news.packageId(),
                DeliveryState.of(news.status()),
                NodeDelivery.share(news),
                news.updatedAt() == null ? now : news.updatedAt(),
                news.error(),
                now);
    }

    @HQL("""
            update NodeDelivery set status = :status, progress = :progress, progressAt = :at, error = :error, heardAt = :now
            where computeCode = :computeCode and packageId = :packageId
            """)
    int progress(
            String computeCode,
            String packageId,
            DeliveryState status,
            double progress,
            Instant at,
            String error,
            Instant now);

    /**
     * Takes over a node's whole list: what it holds of the platform's packages is entered, and what it no longer holds
     * has failed. Rows touched since {@code asked} stay: the list may be older than they are.
     */
    default void reconcile(String computeCode, List<DeliveredPackage> held, Instant asked, Instant now) {
        String[] ids = Columns.of(held, DeliveredPackage::packageId, String[]::new);
        takeOver(
                computeCode,
                ids,
                Columns.of(held, each -> DeliveryState.of(each.status()).number(), Short[]::new),
                Columns.of(held, NodeDelivery::share, Double[]::new),
                Columns.of(held, each -> each.updatedAt() == null ? now : each.updatedAt(), Instant[]::new),
                Columns.of(held, DeliveredPackage::error, String[]::new),
                asked,
                now);
        lose(computeCode, ids, asked, now);
    }

    @SQL("""
            insert into package_delivery as d (compute_code, package_id, md5, status, progress, progress_at, error,
                created_at, heard_at)
            select :computeCode, p.id, p.md5, s.status, s.progress, s.at, s.error, s.at, :now
            from unnest(:ids, :states, :progresses, :times, :errors) as s (id, status, progress, at, error)
                join algorithm_package p on p.id = s.id
            on conflict (compute_code, package_id) do update set status = excluded.status, progress = excluded.progress,
                progress_at = excluded.progress_at, error = excluded.error, heard_at = excluded.heard_at
            where d.heard_at <= :asked
            """)
    int takeOver(
            String computeCode,
            String[] ids,
            Short[] states,
            Double[] progresses,
            Instant[] times,
            String[] errors,
            Instant asked,
            Instant now);

    @SQL("""
            update package_delivery set status = 2, error = 'The compute no longer holds the package.',
                progress_at = :now, heard_at = :now
            where compute_code = :computeCode and not package_id = any(:held) and heard_at <= :asked and status <> 2
            """)
    int lose(String computeCode, String[] held, Instant asked, Instant now);
}
