package org.computility.algorithms;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.database.Search;
import org.computility.shared.database.SearchText;
import org.hibernate.StatelessSession;
import org.hibernate.query.Order;

/** What a search for capabilities asks for, as conditions of its statement. */
final class CapabilityConditions {

    /** What sorts capabilities, and the attributes behind it. */
    static final Map<String, String> SORTABLE = Map.of(
            "id", Capability_.CODE,
            "code", Capability_.CODE,
            "name", Capability_.NAME,
            "status", Capability_.STATUS,
            "algoDataType", Capability_.DATA_TYPE,
            "provider", Capability_.ALGORITHM_PACKAGE + "." + AlgorithmPackage_.PROVIDER,
            "version", Capability_.ALGORITHM_PACKAGE + "." + AlgorithmPackage_.VERSION,
            "createdDate", Capability_.CREATED_AT,
            "lastModifiedDate", Capability_.LAST_MODIFIED_AT);

    private CapabilityConditions() {}

    /** @param organisationId whose capabilities; null: every organisation's */
    static Page<Capability> page(StatelessSession session, CapabilitySearch search, UUID organisationId) {
        Search<Capability> found = new Search<>(session, Capability.class)
                .with(Capability_.algorithmPackage)
                .containing(Capability_.name, search.name())
                .in(Capability_.code, search.codes())
                .equal(Capability_.status, status(search))
                .equal(Capability_.dataType, search.dataType())
                .from(Capability_.createdAt, search.createdFrom())
                .before(Capability_.createdAt, search.createdBefore());
        ofTaskType(found, search.taskType());
        ofPackages(found, search.packageIds());
        ofSource(found, search.sourceType());
        seenBy(found, organisationId);
        return found.page(search.page(), SORTABLE, Order.asc(Capability_.code));
    }

    private static CapabilityStatus status(CapabilitySearch search) {
        return search.status() == null ? null : CapabilityStatus.read(search.status());
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

    private static void seenBy(Search<Capability> found, UUID organisationId) {
        if (organisationId != null) {
            found.where((b, capability) -> b.equal(
                    capability.get(Capability_.algorithmPackage).get(AlgorithmPackage_.organisationId),
                    organisationId));
        }
    }
}
