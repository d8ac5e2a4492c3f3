package org.computility.algorithms;

import static org.computility.algorithms.SomePackages.NOON;
import static org.computility.algorithms.SomePackages.file;
import static org.computility.algorithms.SomePackages.id;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.computility.algopackage.AlgoPackage;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.PackageChanging;
import org.computility.identity.Caller;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Packages in a database of their own, for tests. */
final class Catalogue implements AutoCloseable {

    final FakeEvent<PackageChanging> changing = new FakeEvent<>();
    private final EntityManagerFactory factory = TestEntities.over(TestDatabase.fresh());
    private final StatelessSession session = sessions().openStatelessSession();
    private final AlgorithmCapabilities capabilities = new AlgorithmCapabilities_(session);

    @Override
    public void close() {
        factory.close();
    }

    SessionFactory sessions() {
        return factory.unwrap(SessionFactory.class);
    }

    StatelessSession session() {
        return session;
    }

    List<AbandonedService> enter(AlgoPackage described, String content, Caller owner) {
        return enter(described, content, owner, NOON);
    }

    List<AbandonedService> enter(AlgoPackage described, String content, Caller owner, Instant now) {
        return in(entities ->
                new PackageEntry(entities, capabilities, changing).enter(described, file(content), owner, now));
    }

    /** Gives the package to a new node of that organisation. */
    void deliver(int number, UUID organisation) {
        in(entities -> entities.createNativeQuery("""
                        with node as (
                            insert into compute_node (code, type, host, port, username, sealed_password,
                                serves_algorithms, organisation_id, online, registered_at, last_seen_at, changed_at)
                            values ('11010800005050000001', 'CAP', '192.0.2.1', 80, 'n', '', true, :organisation, true,
                                now(), now(), now())
                            returning code)
                        insert into package_delivery (compute_code, package_id, md5, status, progress, progress_at,
                            created_at, heard_at)
                        select code, :id, 'm', 3, 1, now(), now(), now() from node
                        """)
                .setParameter("organisation", organisation)
                .setParameter("id", id(number))
                .executeUpdate());
    }

    PackageView view(int number) {
        return in(entities -> entities.find(AlgorithmPackage.class, id(number)).view());
    }

    Capability capability(String code) {
        return capabilities.find(code).orElseThrow();
    }

    void move(String code, CapabilityStatus next) {
        Capability capability = capability(code);
        capability.move(next, NOON);
        session.update(capability);
    }

    <T> T in(Function<EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
