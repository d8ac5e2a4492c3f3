package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Filter;

/** Searches packages as table A.3 asks. Its answer has no pages: one statement reads what it shows and nothing more. */
final class PackageSearch {

    private static final String SELECT = "select new org.computility.algorithms.AlgoFilePackage("
            + "p.name, p.type, p.version, p.id, p.provider, p.createdAt) from AlgorithmPackage p";

    private PackageSearch() {}

    static List<AlgoFilePackage> run(EntityManager entities, AlgoFilePackageListRequest request, Caller caller) {
        Filter filter = new Filter()
                .containing("p.name", request.name())
                .and("p.type = ?", request.type())
                .and("p.id in ?", request.ids())
                .and("p.version = ?", request.version())
                .and("p.provider = ?", request.provider())
                .and("p.createdAt >= ?", StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .and("p.createdAt < ?", StandardTime.parseEnd("CreateTimeTo", request.createTimeTo()));
        if (!caller.is(Role.ADMINISTRATOR)) {
            filter.and("p.organisationId = ?", caller.organisationId());
        }
        return filter.query(entities, AlgoFilePackage.class, SELECT, " order by p.createdAt desc, p.id")
                .getResultList();
    }
}
