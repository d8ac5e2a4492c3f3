package org.computility.algorithms;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.algopackage.AlgoPackage;
import org.computility.identity.Caller;
import org.computility.shared.Conflict;

/** Writes an import: a new package, or the replacement of one; capabilities come along from packages that had them. */
final class PackageEntry {

    private static final long ONE_IMPORT_AT_A_TIME = 0x616c676f706b67L;

    private final EntityManager entities;
    private final Event<PackageChanging> changing;
    private final List<AbandonedService> abandoned = new ArrayList<>();

    PackageEntry(EntityManager entities, Event<PackageChanging> changing) {
        this.entities = entities;
        this.changing = changing;
    }

    /** Answers the services that are gone with what was replaced. */
    List<AbandonedService> enter(AlgoPackage described, StoredFile file, Caller owner, Instant now) {
        // Two imports at once could both find an ID or a capability code free.
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) locked", Integer.class)
                .setParameter(1, ONE_IMPORT_AT_A_TIME)
                .getSingleResult();
        AlgorithmPackage known = entities.find(AlgorithmPackage.class, described.id());
        if (known != null) {
            mayReplace(known, owner);
        }
        AlgorithmPackage entered =
                known == null ? new AlgorithmPackage(described.id(), owner.organisationId(), now) : known;
        entered.take(described, file, takenOver(described, entered.organisationId()), now);
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
                    "AlgoFilePackageID",
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
     * The capabilities among those described that another package of the organisation has; table 1 has them overwritten. That
     * package stays, without them.
     */
    private List<Capability> takenOver(AlgoPackage described, UUID organisationId) {
        List<String> codes = described.capabilities().stream()
                .map(org.computility.algopackage.Capability::code)
                .toList();
        List<Capability> found = entities.createQuery(
                        "select c from Capability c join fetch c.algorithmPackage p"
                                + " where c.code in :codes and p.id <> :id order by c.code",
                        Capability.class)
                .setParameter("codes", codes)
                .setParameter("id", described.id())
                .getResultList();
        for (Capability capability : found) {
            if (!Objects.equals(capability.algorithmPackage().organisationId(), organisationId)) {
                throw new Conflict(
                        "capability-taken",
                        "Capabilities.Code",
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
