package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.Conflict;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServicesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String NODE = "11010800005050000001";
    private static final String PACKAGE = "1101080000508000000120261101000000000001";

    private final Services table = new Services_(TestEntities.session(TestDatabase.fresh()));
    private final AllowedService service = new AllowedService(
            UUID.randomUUID(),
            UUID.randomUUID(),
            NODE,
            PACKAGE,
            List.of(new EnvItem("LOG_LEVEL", "INFO")),
            null,
            2,
            8,
            List.of("MOTION", "SOIL"));

    @Test
    void hasRoomOnlyOnceItsNodeReportsItRunning() {
        table.session().insert(AlgorithmService.open(service, NOW));
        assertThat(table.lockRunning(organisation(), codes("MOTION"))).isEmpty();

        table.report(NODE, List.of(reported(service.id().toString(), "RUNNING"), reported("stranger", "RUNNING")), NOW);

        assertThat(table.lockRunning(organisation(), codes("MOTION")))
                .singleElement()
                .satisfies(found -> assertThat(found.room().slots()).isEqualTo(8));
        assertThat(table.lockRunning(organisation(), codes("OTHER"))).isEmpty();
        assertThat(table.lockRunning(new UUID[] {UUID.randomUUID()}, codes("MOTION")))
                .isEmpty();
    }

    @Test
    void readsOrLocksOnlyWhatRuns() {
        table.session().insert(AlgorithmService.open(service, NOW));
        UUID[] ids = {service.id(), UUID.randomUUID()};
        assertThat(table.running(service.organisationId(), codes("MOTION"))).isEmpty();
        assertThat(table.lockRunning(ids)).isEmpty();

        table.report(NODE, List.of(reported(service.id().toString(), "OVERLOAD")), NOW);

        assertThat(table.running(service.organisationId(), codes("MOTION"))).hasSize(1);
        assertThat(table.running(service.organisationId(), codes("OTHER"))).isEmpty();
        assertThat(table.lockRunning(ids))
                .singleElement()
                .satisfies(found -> assertThat(found.room().overloaded()).isTrue());
    }

    @Test
    void whatIsBeingUnloadedTakesNoTasksUntilItStaysHoweverLongThatTakes() {
        table.session().insert(AlgorithmService.open(service, NOW));
        table.report(NODE, List.of(reported(service.id().toString(), "RUNNING")), NOW);
        UUID[] ids = {service.id()};

        table.close(service.id(), NOW);
        assertThat(table.running(service.organisationId(), codes("MOTION"))).isEmpty();
        assertThat(table.lockRunning(organisation(), codes("MOTION"))).isEmpty();
        assertThat(table.lockRunning(ids)).isEmpty();
        assertThat(table.of(NODE, null).get(0).view().message()).isEqualTo(AlgorithmService.LEAVING);

        table.reopen(service.id());
        assertThat(table.running(service.organisationId(), codes("MOTION"))).hasSize(1);
        assertThat(table.lockRunning(organisation(), codes("MOTION"))).hasSize(1);
        assertThat(table.lockRunning(ids)).hasSize(1);
    }

    @Test
    void tellsItsOwnOrganisationWhatItOffersInWhateverState() {
        table.session().insert(AlgorithmService.open(service, NOW));

        assertThat(table.find(service.id(), service.organisationId())
                        .orElseThrow()
                        .algoDefCodes())
                .containsExactlyInAnyOrder("MOTION", "SOIL");
        assertThat(table.find(service.id(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void isInAnUnknownStateWhileItsNodeIsSilent() {
        table.session().insert(AlgorithmService.open(service, NOW));
        table.report(NODE, List.of(reported(service.id().toString(), "RUNNING")), NOW);

        table.unknown(NODE, NOW);

        assertThat(table.of(NODE, null).get(0).view().status()).isEqualTo(ServiceState.UNSPECIFIED);
        assertThat(table.lockRunning(organisation(), codes("MOTION"))).isEmpty();
    }

    @Test
    void findsByStateAndPackageAndKeepsItsVariables() {
        table.session().insert(AlgorithmService.open(service, NOW));

        assertThat(table.found(NODE, "INIT", PACKAGE).getResultList())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.view().env()).containsExactly(new ServiceView.Env("LOG_LEVEL", "INFO")));
        assertThat(table.total(NODE, "RUNNING", null)).isZero();
        assertThat(table.found(NODE, null, PACKAGE).getResultList()).hasSize(1);
    }

    @Test
    void showsTheAcceleratorThatItsNodeTellsOfAndNoOther() {
        String id = service.id().toString();
        table.session().insert(AlgorithmService.open(service, NOW));
        table.report(NODE, List.of(reported(id, "RUNNING")), NOW);
        assertThat(table.of(NODE, null).get(0).view().xpuType()).isNull();

        table.report(NODE, List.of(new LoadedService(id, PACKAGE, "RUNNING", 2, null, "NVIDIA-A2")), NOW);
        assertThat(table.of(NODE, null).get(0).view().xpuType()).isEqualTo("NVIDIA-A2");

        table.report(NODE, List.of(reported(id, "RUNNING")), NOW);
        assertThat(table.of(NODE, null).get(0).view().xpuType()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ServiceState.class)
    void holdsItsPackageUnlessInError(ServiceState state) {
        table.session().insert(AlgorithmService.open(service, NOW));
        table.report(NODE, List.of(reported(service.id().toString(), state.name())), NOW);

        List<ServiceView> holding = views(table.lock(PACKAGE, null));

        assertThat(views(table.lock(PACKAGE, NODE))).isEqualTo(holding).hasSize(1);
        assertThat(table.lock(PACKAGE, "11010800005050000002")).isEmpty();
        if (state == ServiceState.ERROR) {
            PackageGuard.refuseIfOneMayRun(holding);
        } else {
            assertThatThrownBy(() -> PackageGuard.refuseIfOneMayRun(holding))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining(service.id().toString())
                    .hasMessageContaining(NODE)
                    .extracting("code")
                    .isEqualTo("package-in-use");
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void rowsAreLockedInTheOrderOfTheirIds(BiConsumer<Services, UUID[]> statement) {
        SomeServices some = new SomeServices(table.session());
        UUID[] ids = Stream.generate(() -> some.open(service.organisationId(), NODE, NOW))
                .limit(9)
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .toArray(UUID[]::new);
        Services there = new Services_(TestEntities.beside(table.session()));

        new ServiceLockOrder(table.session()).holdsNoneWhileItWaitsForTheFirst(() -> statement.accept(there, ids));
    }

    static List<Named<BiConsumer<Services, UUID[]>>> statements() {
        return List.of(
                Named.of("unknown", (services, ids) -> services.unknown(NODE, NOW)),
                Named.of("deleteAllOf", (services, ids) -> services.deleteAllOf(NODE)),
                Named.of("delete", (services, ids) -> services.delete(ids)),
                Named.of(
                        "report",
                        (services, ids) -> services.report(
                                NODE,
                                Stream.of(ids)
                                        .map(id -> reported(id.toString(), "RUNNING"))
                                        .toList(),
                                NOW)));
    }

    private UUID[] organisation() {
        return new UUID[] {service.organisationId()};
    }

    private static String[] codes(String... codes) {
        return codes;
    }

    private static List<ServiceView> views(List<AlgorithmService> found) {
        return found.stream().map(AlgorithmService::view).toList();
    }

    private static LoadedService reported(String id, String status) {
        return new LoadedService(id, PACKAGE, status, 2, null, null);
    }
}
