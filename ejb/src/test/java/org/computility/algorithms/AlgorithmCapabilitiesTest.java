package org.computility.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.algorithms.SomePackages.NORTH;
import static org.computility.algorithms.SomePackages.SOUTH;
import static org.computility.algorithms.SomePackages.caller;
import static org.computility.algorithms.SomePackages.described;
import static org.computility.algorithms.SomePackages.id;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.ApiPageRequest.ApiOrder;
import org.computility.shared.Rejected;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlgorithmCapabilitiesTest {

    private static final Caller NORTHERNER = caller(NORTH, Role.OPERATOR);

    private final Catalogue catalogue = new Catalogue();
    private final AlgorithmCapabilities capabilities = new AlgorithmCapabilities_(catalogue.session());

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void capabilitiesAreFoundSortedAndPaged() {
        catalogue.enter(described(1, "Motion", "A", "B-ALERT", "C"), "x", NORTHERNER);

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
    void areFoundByTheirPackageAndSortedByItsWords() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "y", NORTHERNER);

        assertThat(capabilities(request(null, null, null, order("Version", "desc")))
                        .pageContent())
                .extracting(AlgoDef::version)
                .containsExactly("1.0.2", "1.0.1");
        assertThat(ofPackage(id(2), NORTHERNER).pageContent())
                .extracting(AlgoDef::code)
                .containsExactly("B");
        assertThat(ofPackage(id(2), caller(SOUTH, Role.OPERATOR)).total()).isZero();
        assertThat(ofPackage(id(2), caller(SOUTH, Role.ADMINISTRATOR)).total()).isEqualTo(1);
    }

    @Test
    void aPageAndItsPackagesAreTwoStatements() {
        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "C"), "y", NORTHERNER);
        var statistics = catalogue.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);

        capabilities(request(null, null, null, null));

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void areKnownByCodeAndByName() {
        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);

        assertThat(capabilities.known(new String[] {"B", "C", "A"})).containsExactlyInAnyOrder("A", "B");
        assertThat(capabilities.codesNamed("Name of B")).containsExactly("B");
        assertThat(capabilities.codesNamed("name of b")).isEmpty();
        assertThat(capabilities.find("C")).isEmpty();
    }

    @Test
    void whoMovesOneThatSomebodyElseMovedMeanwhileIsRefused() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        Capability seen = catalogue.capability("A");
        catalogue.move("A", CapabilityStatus.APPLYING);

        assertThat(catalogue.capability("A").view().status()).isEqualTo(CapabilityStatus.APPLYING);
        assertThatThrownBy(() -> catalogue.session().update(seen)).isInstanceOf(StaleObjectStateException.class);
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
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        AlgoDef detail = catalogue.capability("A").detailed();

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

    private AlgoDefPage ofPackage(String packageId, Caller caller) {
        return CapabilitySearch.run(
                catalogue.session(),
                new AlgoDefPageRequest(null, null, null, null, null, List.of(packageId), null, null, null, null),
                caller);
    }

    private AlgoDefPage capabilities(AlgoDefPageRequest request) {
        return CapabilitySearch.run(catalogue.session(), request, NORTHERNER);
    }

    private static AlgoDefPageRequest request(String dataType, String source, String taskType, ApiPageRequest page) {
        return new AlgoDefPageRequest("name", null, "UNTESTED", dataType, source, null, taskType, page, null, null);
    }

    private static ApiPageRequest order(String property, String direction) {
        return new ApiPageRequest(1, 2, List.of(new ApiOrder(property, direction)));
    }
}
