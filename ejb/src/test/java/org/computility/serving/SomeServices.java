package org.computility.serving;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Puts services into the table. */
public final class SomeServices {

    public static final String PACKAGE = "1101080000508000000120261101000000000001";

    private final StatelessSession session;

    public SomeServices(StatelessSession session) {
        this.session = session;
    }

    /** One that was just opened on that node. */
    public UUID open(UUID organisationId, String computeCode, Instant now) {
        AllowedService service = new AllowedService(
                UUID.randomUUID(), organisationId, computeCode, PACKAGE, List.of(), null, 2, 8, List.of("MOTION"));
        session.insert(AlgorithmService.open(service, now));
        return service.id();
    }

    /** One that runs there. */
    public UUID run(UUID organisationId, String computeCode, Instant now) {
        UUID id = open(organisationId, computeCode, now);
        session.createMutationQuery("update AlgorithmService set status = 'RUNNING' where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return id;
    }

    /** What keeps them, and forgets without telling. */
    public ServiceKeeping keeping(Clock clock) {
        ServiceKeeping keeping = new ServiceKeeping() {
            @Override
            public void forget(List<UUID> serviceIds) {
                services.delete(serviceIds.toArray(new UUID[0]));
            }
        };
        keeping.services = new Services_(session);
        keeping.clock = clock;
        return keeping;
    }
}
