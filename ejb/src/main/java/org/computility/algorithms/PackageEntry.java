package org.computility.algorithms;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.algopackage.AlgoPackage;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.PackageChanging;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/**
 * Writes an import: a new package, or the replacement of a package. Capabilities move to it from packages that had
 * them. Callers make sure that no other import runs.
 */
final class PackageEntry {

    private final EntityManager entities;
    private final AlgorithmCapabilities capabilities;
    private final Event<PackageChanging> changing;
    private final List<AbandonedService> abandoned = new ArrayList<>();

    PackageEntry(EntityManager entities, AlgorithmCapabilities capabilities, Event<PackageChanging> changing) {
        this.entities = entities;
        this.capabilities = capabilities;
        this.changing = changing;
    }

    /** Answers the services that went with the replaced package. */
    List<AbandonedService> enter(AlgoPackage described, StoredContent content, Caller owner, Instant now) {
        AlgorithmPackage known = entities.find(AlgorithmPackage.class, described.id());
        if (known != null) {
            mayReplace(known, owner);
        }
        AlgorithmPackage entered =
                known == null ? new AlgorithmPackage(described.id(), owner.organisationId(), now) : known;
        entered.take(described, content, takenOver(described, entered.organisationId()), now);
        if (known == null) {
            entities.persist(entered);
        }
        entities.flush();
        return List.copyOf(abandoned);
    }

    private void mayReplace(AlgorithmPackage known, Caller owner) {
        if (!owner.sees(known.organisationId())) {
            throw new Conflict(
                    "package-owned-elsewhere",
                    new Member("packageId"),
                    "The ID " + known.id() + " belongs to a package of another organisation.");
        }
        change(known.id());
    }

    private void change(String packageId) {
        PackageChanging event = new PackageChanging(packageId);
        changing.fire(event);
        abandoned.addAll(event.abandoned());
    }

    /**
     * Which of the described capabilities another package of the organisation has. Table 1 has them overwritten: the
     * other package stays, without them.
     */
    private List<Capability> takenOver(AlgoPackage described, UUID organisationId) {
        List<String> codes = described.capabilities().stream()
                .map(org.computility.algopackage.Capability::code)
                .toList();
        List<Capability> found = capabilities.ofOthers(entities, codes, described.id());
        for (Capability capability : found) {
            if (!Objects.equals(capability.algorithmPackage().organisationId(), organisationId)) {
                throw new Conflict(
                        "capability-taken",
                        new Member("capabilities.code"),
                        "The capability " + capability.code() + " belongs to a package of another organisation.");
            }
        }
        found.stream()
                .map(capability -> capability.algorithmPackage().id())
                .distinct()
                .forEach(this::change);
        return found;
    }
}
