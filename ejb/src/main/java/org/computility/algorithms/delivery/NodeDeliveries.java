package org.computility.algorithms.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.computility.compute.events.Told;
import org.computility.connector.accelerator.DeliveredPackage;
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

    /** The nodes that have the package as it is now, and those that have been downloading it since and told so lately. */
    @SQL("""
            select d.compute_code, d.status = 3 as whole from package_delivery d
            join algorithm_package p on p.id = d.package_id and p.md5 = d.md5
            where d.package_id = :packageId and (d.status = 3 or d.status = 1 and d.heard_at > :lately)
            """)
    List<Whereabouts> whereabouts(String packageId, Instant lately);

    /** Where a package is, or will be. */
    record Whereabouts(String computeCode, boolean whole) {}

    /** The MD5 of the bytes that a node was given. */
    @HQL("select md5 from NodeDelivery where computeCode = :computeCode and packageId = :packageId")
    Optional<String> md5(String computeCode, String packageId);

    /** Notes that a node is told to download. Writes nothing and answers false when the node was told before. */
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
     * Notes that a node agreed to download once more. A package that the node holds already stays downloaded. What the
     * node reported since it was asked stays, too.
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

    /** Which of the nodes are downloading a package. */
    @SQL("select distinct compute_code from package_delivery where compute_code = any(:computeCodes) and status = 1")
    List<String> downloading(String[] computeCodes);

    /**
     * Takes over the whole lists of nodes: a package of the platform that a node holds is entered, and a package that a
     * node no longer holds has failed. A row that changed after the first node was asked stays: the list may be older
     * than the row.
     */
    default void reconcile(List<Told<DeliveredPackage>> told, Instant now) {
        Instant asked =
                told.stream().map(Told::asked).min(Comparator.naturalOrder()).orElse(now);
        List<PackageReport> held = told.stream()
                .flatMap(one -> one.held().stream().map(each -> new PackageReport(one.computeCode(), each)))
                .toList();
        String[] holders = Columns.of(held, PackageReport::computeCode, String[]::new);
        String[] ids = Columns.of(held, PackageReport::packageId, String[]::new);
        takeOver(
                holders,
                ids,
                Columns.of(held, PackageReport::state, Short[]::new),
                Columns.of(held, PackageReport::share, Double[]::new),
                Columns.of(held, each -> each.updatedAt(now), Instant[]::new),
                Columns.of(held, each -> each.held().error(), String[]::new),
                asked,
                now);
        lose(Columns.of(told, Told::computeCode, String[]::new), holders, ids, asked, now);
    }

    /** Rows are written in a fixed order; where a node lists a package twice, the last entry counts. */
    @SQL("""
            insert into package_delivery as d (compute_code, package_id, md5, status, progress, progress_at, error,
                created_at, heard_at)
            select distinct on (s.code, p.id) s.code, p.id, p.md5, s.status, s.progress, s.at, s.error, s.at, :now
            from unnest(:holders, :ids, :states, :progresses, :times, :errors)
                     with ordinality as s (code, id, status, progress, at, error, place)
                join algorithm_package p on p.id = s.id
            order by s.code, p.id, s.place desc
            on conflict (compute_code, package_id) do update set status = excluded.status, progress = excluded.progress,
                progress_at = excluded.progress_at, error = excluded.error, heard_at = excluded.heard_at
            where d.heard_at <= :asked
            """)
    int takeOver(
            String[] holders,
            String[] ids,
            Short[] states,
            Double[] progresses,
            Instant[] times,
            String[] errors,
            Instant asked,
            Instant now);

    @SQL("""
            update package_delivery d set status = 2, error = 'The compute no longer holds the package.',
                progress_at = :now, heard_at = :now
            where d.compute_code = any(:told) and d.heard_at <= :asked and d.status <> 2
              and not exists (select from unnest(:holders, :ids) h (code, id)
                              where h.code = d.compute_code and h.id = d.package_id)
            """)
    int lose(String[] told, String[] holders, String[] ids, Instant asked, Instant now);
}
