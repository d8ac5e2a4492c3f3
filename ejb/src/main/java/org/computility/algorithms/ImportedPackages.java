package org.computility.algorithms;

import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code algorithm_package}, without their capabilities. */
interface ImportedPackages {

    StatelessSession session();

    /** The caller's packages that table A.3 asks for, the newest first. The answer has no pages: it is one statement. */
    default List<AlgorithmPackage> search(AlgoFilePackageListRequest request, Caller caller) {
        Search<AlgorithmPackage> found = new Search<>(session(), AlgorithmPackage.class)
                .containing(AlgorithmPackage_.name, request.name())
                .equal(AlgorithmPackage_.type, request.type())
                .in(AlgorithmPackage_.id, request.ids())
                .equal(AlgorithmPackage_.version, request.version())
                .equal(AlgorithmPackage_.provider, request.provider())
                .from(AlgorithmPackage_.createdAt, StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .before(AlgorithmPackage_.createdAt, StandardTime.parseEnd("CreateTimeTo", request.createTimeTo()));
        if (!caller.is(Role.ADMINISTRATOR)) {
            found.where(
                    (b, one) -> b.notDistinctFrom(one.get(AlgorithmPackage_.organisationId), caller.organisationId()));
        }
        return found.all(Order.desc(AlgorithmPackage_.createdAt), Order.asc(AlgorithmPackage_.id));
    }

    /** Those of the SHA-256 under which the bytes of a package lie. */
    @SQL("select distinct sha256 from algorithm_package where sha256 = any(:sha256s)")
    List<String> contentsAmong(String[] sha256s);

    /** Until the transaction ends, nobody else imports: two at once could both find an ID or a capability code free. */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('package_import')) as text)")
    String lockImports();
}
