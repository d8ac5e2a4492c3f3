package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Filter;

/** Searches capabilities as table A.7 asks. */
final class CapabilitySearch {

    private static final Map<String, String> SORTS = Map.of(
            "ID", "c.code",
            "Code", "c.code",
            "Name", "c.name",
            "Status", "c.status",
            "AlgoDataType", "c.dataType",
            "Provider", "p.provider",
            "Version", "p.version",
            "CreatedDate", "c.createdAt",
            "LastModifiedDate", "c.lastModifiedAt");

    private static final String FROM = " from Capability c join c.algorithmPackage p";

    private CapabilitySearch() {}

    static AlgoDefPage run(EntityManager entities, AlgoDefPageRequest request, Caller caller) {
        PageRequest page = ApiPageRequest.read(request.pageRequest(), SORTS.keySet());
        Filter filter = filter(request, caller);
        long total =
                filter.query(entities, Long.class, "select count(c)" + FROM, "").getSingleResult();
        List<AlgoDef> content = filter.query(
                        entities,
                        Capability.class,
                        "select c from Capability c join fetch c.algorithmPackage p",
                        Filter.orderBy(page, SORTS, "c.code"))
                .setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                .setMaxResults(page.size())
                .getResultStream()
                .map(Capability::listed)
                .toList();
        return new AlgoDefPage(content, total, ApiPageRequest.of(page));
    }

    private static Filter filter(AlgoDefPageRequest request, Caller caller) {
        Filter filter = new Filter()
                .containing("c.name", request.name())
                .and("c.code in ?", request.algoDefCodes())
                .and(
                        "c.status = ?",
                        request.status() == null ? null : CapabilityStatus.read("Status", request.status()))
                .and("c.dataType = ?", request.algoDataType())
                .and("p.id in ?", request.engineCodeList())
                .containing("concat(',', array_to_string(c.taskTypes, ','), ',')", listed(request.taskType()))
                .and("c.createdAt >= ?", StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .and("c.createdAt < ?", StandardTime.parseEnd("CreateTimeTo", request.createTimeTo()));
        if (request.sourceType() != null && !request.sourceType().equals("ENGINE")) {
            // Every capability here runs in an engine; none is a foreign API.
            filter.always("1 = 0");
        }
        if (!caller.is(Role.ADMINISTRATOR)) {
            filter.and("p.organisationId = ?", caller.organisationId());
        }
        return filter;
    }

    private static String listed(String taskType) {
        return taskType == null || taskType.isEmpty() ? null : "," + taskType + ",";
    }
}
