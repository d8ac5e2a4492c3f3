package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;

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
                        order(page))
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
                .with("c.code in ?", request.algoDefCodes())
                .with(
                        "c.status = ?",
                        request.status() == null ? null : CapabilityStatus.read("Status", request.status()))
                .with("c.dataType = ?", request.algoDataType())
                .with("p.id in ?", request.engineCodeList())
                .with(
                        "concat(',', array_to_string(c.taskTypes, ','), ',') like ?",
                        request.taskType() == null ? null : "%," + request.taskType() + ",%")
                .with("c.createdAt >= ?", StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .with("c.createdAt <= ?", StandardTime.parse("CreateTimeTo", request.createTimeTo()));
        if (request.sourceType() != null && !request.sourceType().equals("ENGINE")) {
            // Every capability here runs in an engine; none is a foreign API.
            filter.nothing();
        }
        if (!caller.is(Role.ADMINISTRATOR)) {
            filter.with("p.organisationId = ?", caller.organisationId());
        }
        return filter;
    }

    private static String order(PageRequest page) {
        return page.orders().stream()
                .map(order -> SORTS.get(order.property()) + (order.descending() ? " desc, " : ", "))
                .collect(Collectors.joining("", " order by ", "c.code"));
    }
}
