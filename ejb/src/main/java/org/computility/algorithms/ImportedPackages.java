package org.computility.algorithms;

import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code algorithm_package}, without their capabilities. */
interface ImportedPackages {

    StatelessSession session();

    /**
     * The packages that a search asks for, the newest first. The answer has no pages: it is one statement.
     *
     * @param organisationId whose packages; null: every organisation's
     */
    default List<AlgorithmPackage> search(PackageSearch search, UUID organisationId) {
        return new Search<>(session(), AlgorithmPackage.class)
                .containing(AlgorithmPackage_.name, search.name())
                .equal(AlgorithmPackage_.type, search.type())
                .in(AlgorithmPackage_.id, search.ids())
                .equal(AlgorithmPackage_.version, search.version())
                .equal(AlgorithmPackage_.provider, search.provider())
                .from(AlgorithmPackage_.createdAt, search.createdFrom())
                .before(AlgorithmPackage_.createdAt, search.createdBefore())
                .equal(AlgorithmPackage_.organisationId, organisationId)
                .all(Order.desc(AlgorithmPackage_.createdAt), Order.asc(AlgorithmPackage_.id));
    }

    /** Which of these SHA-256 name the bytes of a package. */
    @SQL("select distinct sha256 from algorithm_package where sha256 = any(:sha256s)")
    List<String> contentsAmong(String[] sha256s);

    /**
     * Keeps other imports waiting until the transaction ends: two at once could both find an ID or a capability code
     * free.
     */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('package_import')) as text)")
    String lockImports();
}
