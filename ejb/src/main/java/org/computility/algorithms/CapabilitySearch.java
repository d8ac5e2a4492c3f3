package org.computility.algorithms;

import java.util.Collection;
import java.util.Map;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.StatelessSession;
import org.hibernate.query.Order;

/** Searches capabilities as table A.7 asks. */
final class CapabilitySearch {

    private static final Map<String, String> SORTABLE = Map.of(
            "ID", Capability_.CODE,
            "Code", Capability_.CODE,
            "Name", Capability_.NAME,
            "Status", Capability_.STATUS,
            "AlgoDataType", Capability_.DATA_TYPE,
            "Provider", Capability_.ALGORITHM_PACKAGE + "." + AlgorithmPackage_.PROVIDER,
            "Version", Capability_.ALGORITHM_PACKAGE + "." + AlgorithmPackage_.VERSION,
            "CreatedDate", Capability_.CREATED_AT,
            "LastModifiedDate", Capability_.LAST_MODIFIED_AT);

    private CapabilitySearch() {}

    static AlgoDefPage run(StatelessSession session, AlgoDefPageRequest request, Caller caller) {
        PageRequest page = ApiPageRequest.read(request.pageRequest(), SORTABLE.keySet());
        Page<Capability> found = search(session, request, caller).page(page, SORTABLE, Order.asc(Capability_.code));
        return new AlgoDefPage(found.map(Capability::listed).content(), found.total(), ApiPageRequest.of(page));
    }

    private static Search<Capability> search(StatelessSession session, AlgoDefPageRequest request, Caller caller) {
        Search<Capability> found = new Search<>(session, Capability.class)
                .with(Capability_.algorithmPackage)
                .containing(Capability_.name, request.name())
                .in(Capability_.code, request.algoDefCodes())
                .equal(Capability_.status, status(request))
                .equal(Capability_.dataType, request.algoDataType())
                .from(Capability_.createdAt, StandardTime.parse("CreateTimeFrom", request.createTimeFrom()))
                .before(Capability_.createdAt, StandardTime.parseEnd("CreateTimeTo", request.createTimeTo()));
        ofTaskType(found, request.taskType());
        ofPackages(found, request.engineCodeList());
        ofSource(found, request.sourceType());
        seenBy(found, caller);
        return found;
    }

    private static CapabilityStatus status(AlgoDefPageRequest request) {
        return request.status() == null ? null : CapabilityStatus.read("Status", request.status());
    }

    private static void ofTaskType(Search<Capability> found, String taskType) {
        if (taskType != null && !taskType.isEmpty()) {
            found.where((b, capability) -> {
                var types = b.collectionToString(capability.get(Capability_.taskTypes), ",");
                var separated = b.concat(b.concat(",", types), ",");
                return b.like(b.lower(separated), SearchText.containing("," + taskType + ","), '!');
            });
        }
    }

    private static void ofPackages(Search<Capability> found, Collection<String> packages) {
        if (packages != null && !packages.isEmpty()) {
            found.where((b, capability) -> capability
                    .get(Capability_.algorithmPackage)
                    .get(AlgorithmPackage_.id)
                    .in(packages));
        }
    }

    private static void ofSource(Search<Capability> found, String sourceType) {
        if (sourceType != null && !sourceType.equals("ENGINE")) {
            // Every capability here runs in an engine; none is a foreign API.
            found.where((b, capability) -> b.disjunction());
        }
    }

    private static void seenBy(Search<Capability> found, Caller caller) {
        if (!caller.is(Role.ADMINISTRATOR)) {
            found.where((b, capability) -> b.notDistinctFrom(
                    capability.get(Capability_.algorithmPackage).get(AlgorithmPackage_.organisationId),
                    caller.organisationId()));
        }
    }
}
