package org.computility.serving.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.serving.SomeServices;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class ServicesOfNodesTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);
    private static final String NODE = "11010800005050000001";
    private static final String OTHER = "11010800005050000002";

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final ServicesOfNodes table = new ServicesOfNodes_(session);
    private final SomeServices services = new SomeServices(session);

    @Test
    void theNewestOfANodeComeFirst() {
        UUID older = services.open(NORTH, NODE, NOON);
        UUID newer = services.open(NORTH, NODE, NOON.plusSeconds(1));
        services.open(NORTH, OTHER, NOON);

        assertThat(table.newest(NODE, 10)).extracting(WatchedService::id).containsExactly(newer, older);
        assertThat(table.newest(NODE, 1)).extracting(WatchedService::id).containsExactly(newer);
        assertThat(table.of(new UUID[] {older, UUID.randomUUID()}))
                .containsExactly(new WatchedService(older, NORTH, SomeServices.PACKAGE, "INIT", null, 2, null, NOON));
    }

    @Test
    void servicesAreCountedByNode() {
        services.open(NORTH, NODE, NOON);
        services.open(NORTH, NODE, NOON);

        assertThat(table.counts(new String[] {NODE, OTHER})).containsExactly(new ServiceCount(NODE, 2L, 0L));
    }

    @Test
    void theMarkOfAnOrganisationIsAnotherOnceItsServicesAreOthers() {
        UUID first = services.open(NORTH, NODE, NOON);
        services.open(SOUTH, OTHER, NOON);
        Map<UUID, Long> before = marks();
        assertThat(before).containsOnlyKeys(NORTH, SOUTH);

        session.createNativeMutationQuery("delete from algorithm_service where id = :id")
                .setParameter("id", first)
                .executeUpdate();
        assertThat(marks()).containsExactly(Map.entry(SOUTH, before.get(SOUTH)));
        services.open(NORTH, NODE, NOON);

        assertThat(marks()).containsOnlyKeys(NORTH, SOUTH).doesNotContainEntry(NORTH, before.get(NORTH));
    }

    private Map<UUID, Long> marks() {
        return table.marks().stream().collect(Collectors.toMap(ServiceMark::organisationId, ServiceMark::mark));
    }
}
