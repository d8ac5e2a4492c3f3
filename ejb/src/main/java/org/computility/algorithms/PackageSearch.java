package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Filter;

/** Searches packages as table A.3 asks. Its answer has no pages, so it is bounded. */
final class PackageSearch {

    private static final int MOST = 10_000;

    private PackageSearch() {}

    static List<AlgoFilePackage> run(EntityManager entities, AlgoFilePackageListRequest request, Caller caller) {
        Filter filter = new Filter()
                .containing("p.name", request.name())
                .and("p.type = ?", request.type())
                .and("p.id in ?", request.ids())
                .and("p.version = ?", request.version())
                .and("p.provider = ?", request.provider())
                .and("p.createdAt >= ?", StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .and("p.createdAt <= ?", StandardTime.parse("CreateTimeTo", request.createTimeTo()));
        if (!caller.is(Role.ADMINISTRATOR)) {
            filter.and("p.organisationId = ?", caller.organisationId());
        }
        return filter.query(
                        entities,
                        AlgorithmPackage.class,
                        "select p from AlgorithmPackage p",
                        " order by p.createdAt desc, p.id")
                .setMaxResults(MOST)
                .getResultStream()
                .map(AlgorithmPackage::standardView)
                .toList();
    }
}
