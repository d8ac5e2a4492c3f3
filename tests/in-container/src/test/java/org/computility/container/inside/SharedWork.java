package org.computility.container.inside;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import org.computility.operations.leases.NamedLeases;
import org.computility.shared.ThisServer;
import org.hibernate.StatelessSession;

/** Ticks on every server, and works on the one that holds the lease; both are written down. */
@Singleton
public class SharedWork {

    private static final Duration LEASE = Duration.ofSeconds(3);

    @Inject
    private StatelessSession session;

    @EJB
    private NamedLeases leases;

    @Inject
    private ThisServer server;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        boolean holder = leases.acquire("test-shared-work", LEASE);
        session.createNativeMutationQuery("insert into tick (server, holder) values (:server, :holder)")
                .setParameter("server", server.name())
                .setParameter("holder", holder)
                .executeUpdate();
    }
}
