package org.computility.algorithms;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.computility.algopackage.AlgoPackage;
import org.computility.identity.Caller;
import org.computility.shared.Conflict;

/** Writes an import: a new package, or the replacement of one. */
final class PackageEntry {

    private static final long ONE_IMPORT_AT_A_TIME = 0x616c676f706b67L;

    private final EntityManager entities;
    private final Event<PackageChanging> changing;

    PackageEntry(EntityManager entities, Event<PackageChanging> changing) {
        this.entities = entities;
        this.changing = changing;
    }

    void enter(AlgoPackage described, StoredFile file, Caller owner, Instant now) {
        // Two imports at once could both find an ID or a capability code free.
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) locked", Integer.class)
                .setParameter(1, ONE_IMPORT_AT_A_TIME)
                .getSingleResult();
        AlgorithmPackage known = entities.find(AlgorithmPackage.class, described.id());
        if (known != null) {
            mayReplace(known, owner);
        }
        capabilitiesAreFree(described);
        AlgorithmPackage entered = known == null ? new AlgorithmPackage(described.id(), owner.organisationId()) : known;
        entered.take(described, file, now);
        if (known == null) {
            entities.persist(entered);
        }
        entities.flush();
    }

    private void mayReplace(AlgorithmPackage known, Caller owner) {
        if (!owner.sees(known.organisationId())) {
            throw new Conflict(
                    "package-owned-elsewhere",
                    "AlgoFilePackageID",
                    "The ID " + known.id() + " belongs to a package of another organisation.");
        }
        changing.fire(new PackageChanging(known.id()));
    }

    private void capabilitiesAreFree(AlgoPackage described) {
        List<String> codes = described.capabilities().stream()
                .map(org.computility.algopackage.Capability::code)
                .toList();
        entities.createQuery(
                        "select c from Capability c where c.code in :codes and c.algorithmPackage.id <> :id",
                        Capability.class)
                .setParameter("codes", codes)
                .setParameter("id", described.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(taken -> {
                    throw new Conflict(
                            "capability-taken",
                            "Capabilities.Code",
                            "The capability " + taken.code() + " is part of package "
                                    + taken.algorithmPackage().id() + ".");
                });
    }
}
