package org.computility.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.algorithms.Packages.NOON;
import static org.computility.algorithms.Packages.NORTH;
import static org.computility.algorithms.Packages.SOUTH;
import static org.computility.algorithms.Packages.caller;
import static org.computility.algorithms.Packages.described;
import static org.computility.algorithms.Packages.file;
import static org.computility.algorithms.Packages.id;

import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.computility.algopackage.AlgoPackage;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.ApiPageRequest.ApiOrder;
import org.computility.shared.Conflict;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackageEntryTest {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Caller NORTHERNER = caller(NORTH, Role.OPERATOR);

    private final EntityManagerFactory factory = TestEntities.over(TestDatabase.fresh());
    private final FakeEvent<PackageChanging> changing = new FakeEvent<>();

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void aNewPackageIsEnteredWithItsCapabilitiesUntested() {
        enter(described(1, "Motion", "A-ALERT", "B"), "x", NORTHERNER);

        PackageView entered = view(1);
        assertThat(entered.env())
                .containsExactly(
                        new PackageView.Env("LOG_LEVEL", "info", false), new PackageView.Env("AUTH", null, true));
        assertThat(entered.accelerators()).containsExactly("CPU", "NVIDIA-T4");
        assertThat(entered.streamsPerReplica()).isEqualTo(4);
        assertThat(entered.capabilities()).extracting(CapabilityView::code).containsExactly("A-ALERT", "B");
        assertThat(entered.loadable()).isFalse();
        assertThat(changing.fired).isEmpty();
    }

    @Test
    void theSameBytesAgainKeepTheStatusAndOtherBytesAreUntestedAnew() {
        enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);
        in(entities -> {
            entities.find(Capability.class, "A").move(CapabilityStatus.APPLYING, NOON);
            return null;
        });

        enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);
        assertThat(view(1).capabilities().get(0).status()).isEqualTo(CapabilityStatus.APPLYING);

        enter(described(1, "Movement", "A", "C"), "y", NORTHERNER);
        assertThat(view(1).name()).isEqualTo("Movement");
        assertThat(view(1).capabilities())
                .extracting(CapabilityView::code, CapabilityView::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", CapabilityStatus.UNTESTED),
                        org.assertj.core.groups.Tuple.tuple("C", CapabilityStatus.UNTESTED));
        assertThat(changing.fired).containsExactly(new PackageChanging(id(1)), new PackageChanging(id(1)));
    }

    @Test
    void aPackageInUseStaysAsItIs() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);
        changing.veto = new Conflict("package-in-use", "A service runs.");

        assertThatThrownBy(() -> enter(described(1, "Other", "A"), "y", NORTHERNER))
                .extracting("code")
                .isEqualTo("package-in-use");

        assertThat(view(1).name()).isEqualTo("Motion");
    }

    @Test
    void aCapabilityMovesToThePackageThatBringsItAnew() {
        enter(described(1, "Motion", "A", "C"), "x", NORTHERNER);
        in(entities -> {
            entities.find(Capability.class, "A").move(CapabilityStatus.APPLYING, NOON);
            return null;
        });

        enter(described(2, "Other", "B", "A"), "y", NORTHERNER, LATER);

        assertThat(view(1).capabilities()).extracting(CapabilityView::code).containsExactly("C");
        assertThat(view(2).capabilities()).extracting(CapabilityView::code).containsExactly("A", "B");
        AlgoDef moved = in(entities -> entities.find(Capability.class, "A").detailed());
        assertThat(moved.source()).isEqualTo(id(2));
        assertThat(moved.status()).isEqualTo("UNTESTED");
        assertThat(moved.createdDate()).isEqualTo(NOON);
        assertThat(moved.lastModifiedDate()).isEqualTo(LATER);
        assertThat(changing.fired).containsExactly(new PackageChanging(id(1)));
    }

    @Test
    void aCapabilityComesBackWithItsFormerPackageUntested() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);
        enter(described(2, "Other", "A"), "y", NORTHERNER);
        assertThat(view(1).loadable()).isFalse();
        in(entities -> {
            entities.find(Capability.class, "A").move(CapabilityStatus.APPLYING, NOON);
            return null;
        });

        enter(described(1, "Motion", "A"), "x", NORTHERNER);

        assertThat(view(1).capabilities())
                .extracting(CapabilityView::status)
                .containsExactly(CapabilityStatus.UNTESTED);
        assertThat(view(2).capabilities()).isEmpty();
    }

    @Test
    void aCapabilityOfAPackageInUseStaysThere() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);
        changing.veto = new Conflict("package-in-use", "A service runs.");

        assertThatThrownBy(() -> enter(described(2, "Other", "B", "A"), "y", NORTHERNER))
                .extracting("code")
                .isEqualTo("package-in-use");

        assertThat(view(1).capabilities()).extracting(CapabilityView::code).containsExactly("A");
        assertThat(packages(null, null, NORTHERNER)).containsExactly(id(1));
    }

    @Test
    void anotherOrganisationsCapabilityIsTaken() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);

        for (Caller stranger : List.of(caller(SOUTH, Role.PROVIDER), caller(SOUTH, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> enter(described(2, "Other", "B", "A"), "y", stranger))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("A")
                    .extracting("code")
                    .isEqualTo("capability-taken");
        }
        assertThat(changing.fired).isEmpty();
    }

    @Test
    void aReplacedPackageKeepsTheTimeOfItsCreation() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);

        enter(described(1, "Motion", "A"), "y", NORTHERNER, LATER);

        assertThat(view(1).createdAt()).isEqualTo(NOON);
    }

    @Test
    void servicesThatGoWithAPackageAreHandedOn() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);
        AbandonedService broken = new AbandonedService("11010800005050000001", "s");
        changing.answer = event -> event.abandoned().add(broken);

        List<AbandonedService> abandoned = in(entities ->
                new PackageEntry(entities, changing).enter(described(2, "Other", "A"), file("y"), NORTHERNER, NOON));

        assertThat(abandoned).containsExactly(broken);
    }

    @Test
    void allPackagesAreReadInOneStatement() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);
        enter(described(2, "Bare soil", "B", "C"), "y", NORTHERNER);
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);

        assertThat(packages(null, null, NORTHERNER)).hasSize(2);

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void anotherOrganisationsPackageIsNotReplaced() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);

        assertThatThrownBy(() -> enter(described(1, "Mine", "A"), "y", caller(SOUTH, Role.PROVIDER)))
                .extracting("code")
                .isEqualTo("package-owned-elsewhere");
    }

    @Test
    void packagesAreFoundByEachCriterion() {
        enter(described(1, "Motion_100%", "A"), "x", NORTHERNER);
        enter(described(2, "Bare soil", "B"), "y", NORTHERNER);
        enter(described(3, "Motion", "C"), "z", caller(SOUTH, Role.OPERATOR));

        assertThat(packages(null, null, NORTHERNER)).containsExactly(id(1), id(2));
        assertThat(packages("motion", null, NORTHERNER)).containsExactly(id(1));
        assertThat(packages("_100%", null, NORTHERNER)).containsExactly(id(1));
        assertThat(packages("%", null, caller(SOUTH, Role.ADMINISTRATOR))).containsExactly(id(1));
        assertThat(packages(null, List.of(id(2), id(3)), NORTHERNER)).containsExactly(id(2));
    }

    @Test
    void capabilitiesAreFoundSortedAndPaged() {
        enter(described(1, "Motion", "A", "B-ALERT", "C"), "x", NORTHERNER);

        AlgoDefPage page = capabilities(request(null, null, "VIDEO_FILE", order("Code", "desc")));
        assertThat(page.pageContent()).extracting(AlgoDef::code).containsExactly("C", "B-ALERT");
        assertThat(page.pageContent().get(0).taskFields()).isNull();
        assertThat(page.pageContent().get(0).source()).isEqualTo(id(1));
        assertThat(page.total()).isEqualTo(3);
        assertThat(capabilities(request("ALERT", "ENGINE", null, null)).pageContent())
                .extracting(AlgoDef::code)
                .containsExactly("B-ALERT");
        assertThat(capabilities(request(null, "API", null, null)).total()).isZero();
        assertThat(capabilities(request(null, null, "IMAGE_REALTIME", null)).total())
                .isZero();
    }

    @Test
    void onlyListedPropertiesSort() {
        assertThatThrownBy(() -> capabilities(request(null, null, null, order("sha256", "asc"))))
                .isInstanceOf(Rejected.class)
                .extracting("code")
                .isEqualTo("order-property-unknown");
    }

    @Test
    void theDetailShowsTheTaskFieldsAsTheStandardsExampleDoes() {
        enter(described(1, "Motion", "A"), "x", NORTHERNER);

        AlgoDef detail = in(entities -> entities.find(Capability.class, "A").detailed());

        assertThat(detail.taskFields().getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("Name", "threshold")
                        .add("Text", "阈值")
                        .add("Type", "double")
                        .add("Visible", true)
                        .add("Required", false)
                        .add("Advanced", false)
                        .add("DefaultValue", new BigDecimal("0.5"))
                        .add("Validation", "[0,1]")
                        .build());
        assertThat(detail.statusDesc()).isEqualTo("未测试");
    }

    private void enter(AlgoPackage described, String content, Caller owner) {
        enter(described, content, owner, NOON);
    }

    private void enter(AlgoPackage described, String content, Caller owner, Instant now) {
        in(entities -> new PackageEntry(entities, changing).enter(described, file(content), owner, now));
    }

    private PackageView view(int number) {
        return in(entities -> entities.find(AlgorithmPackage.class, id(number)).view());
    }

    private List<String> packages(String name, List<String> ids, Caller caller) {
        var request = new AlgoFilePackageListRequest(name, null, ids, null, null, null, null);
        return in(entities -> PackageSearch.run(entities, request, caller)).stream()
                .map(AlgoFilePackage::id)
                .toList();
    }

    private AlgoDefPage capabilities(AlgoDefPageRequest request) {
        return in(entities -> CapabilitySearch.run(entities, request, NORTHERNER));
    }

    private static AlgoDefPageRequest request(String dataType, String source, String taskType, ApiPageRequest page) {
        return new AlgoDefPageRequest("name", null, "UNTESTED", dataType, source, null, taskType, page, null, null);
    }

    private static ApiPageRequest order(String property, String direction) {
        return new ApiPageRequest(1, 2, List.of(new ApiOrder(property, direction)));
    }

    private <T> T in(Function<EntityManager, T> work) {
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
