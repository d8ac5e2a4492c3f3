package org.computility.algorithms;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.algopackage.AlgoPackage;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.PackageChanging;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** The imported packages (T/BAX 0006.5 A.1 to A.4); their bytes come in through {@code archives}. */
@Stateless
public class AlgorithmPackages {

    @PersistenceContext(unitName = "computility")
    private EntityManager entities;

    @Inject
    private ImportedPackages imported;

    @Inject
    private AlgorithmCapabilities capabilities;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Event<PackageChanging> changing;

    @Inject
    private Clock clock;

    /** The package with that ID, whoever owns it, or 404 {@code package-unknown}. For the rooms above. */
    public PackageView get(String id) {
        return find(id).orElseThrow(() -> unknown(id)).view();
    }

    /** The package with that ID; 404 where another organisation owns it, as if it did not exist. */
    public PackageView get(String id, Caller caller) {
        return owned(id, caller).view();
    }

    /** What one replica of the package needs, or 404 {@code package-unknown}. For the rooms above. */
    public ReplicaNeeds replicaNeeds(String id) {
        return find(id).orElseThrow(() -> unknown(id)).replicaNeeds();
    }

    /** The caller; 403 {@code role-missing} for a caller who may not read packages. */
    public Caller reader() {
        return currentCaller.require(Role.READERS);
    }

    /** All packages of the caller that match, the newest first. */
    public List<AlgoFilePackageView> search(PackageSearch search) {
        return imported.search(search, reader().scope()).stream()
                .map(AlgorithmPackage::standardView)
                .toList();
    }

    /** One package of the caller, or 404. */
    public AlgoFilePackageView detail(String id) {
        return owned(id, reader()).standardView();
    }

    /** Where the bytes of a package lie in the content store, or 404. */
    public StoredContent content(String id) {
        return find(id).orElseThrow(() -> unknown(id)).content();
    }

    /** Which of these contents, by their SHA-256, are the bytes of a package. */
    public Set<String> contentsAmong(Collection<String> sha256s) {
        return Set.copyOf(imported.contentsAmong(sha256s.toArray(new String[0])));
    }

    /**
     * Enters a package whose bytes are already in the store; a package with the same ID is replaced. A capability of
     * another package of the organisation moves to this package.
     *
     * @return services in ERROR that went with the replaced package
     * @throws org.computility.shared.Conflict {@code package-in-use} by a service of that package, or of a package that
     *     loses a capability; {@code capability-taken} by another organisation; {@code package-owned-elsewhere}
     */
    public List<AbandonedService> enter(AlgoPackage described, StoredContent content, Caller owner) {
        imported.lockImports();
        return new PackageEntry(entities, capabilities, changing).enter(described, content, owner, clock.instant());
    }

    /**
     * Removes a package and its capabilities.
     *
     * @return services in ERROR that went with the package
     */
    public List<AbandonedService> remove(String id) {
        AlgorithmPackage found = owned(id, currentCaller.require(Role.PUBLISHERS));
        PackageChanging event = new PackageChanging(id);
        changing.fire(event);
        entities.remove(found);
        return List.copyOf(event.abandoned());
    }

    private AlgorithmPackage owned(String id, Caller caller) {
        return find(id).filter(found -> caller.sees(found.organisationId())).orElseThrow(() -> unknown(id));
    }

    private Optional<AlgorithmPackage> find(String id) {
        return Optional.ofNullable(entities.find(AlgorithmPackage.class, id));
    }

    private static NotFound unknown(String id) {
        return new NotFound("package-unknown", new Member("packageId"), "There is no algorithm package " + id + ".");
    }
}
