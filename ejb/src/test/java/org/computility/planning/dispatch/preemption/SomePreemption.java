package org.computility.planning.dispatch.preemption;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.hibernate.StatelessSession;

/** The choice of who gives way, in a test with a database and without a server. */
public final class SomePreemption {

    private SomePreemption() {}

    /** Where these services of one organisation run, which all do {@code M}. */
    public static Preemption of(StatelessSession session, Clock clock, UUID... services) {
        return of(session, clock, new ServiceKeeping() {
            @Override
            public List<ServiceRoom> running(UUID organisationId, Set<String> algoDefCodes) {
                return List.of(services).stream()
                        .filter(id -> organisationId.equals(PlanningRows.ORGANISATION))
                        .map(id -> new ServiceRoom(id, PlanningRows.ORGANISATION, "node-" + id, Set.of("M"), 1, false))
                        .toList();
            }
        });
    }

    /** Where these services run. */
    public static Preemption of(StatelessSession session, Clock clock, ServiceKeeping services) {
        Preemption preemption = new Preemption();
        preemption.preemptions = new Preemptions_(session);
        preemption.clock = clock;
        preemption.allowed = true;
        preemption.services = services;
        return preemption;
    }
}
