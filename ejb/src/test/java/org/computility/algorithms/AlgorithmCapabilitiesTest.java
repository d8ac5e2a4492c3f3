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
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
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

        Page<AlgoDefView> page = capabilities(search(null, null, "VIDEO_FILE", descending("code")));
        assertThat(page.content()).extracting(AlgoDefView::code).containsExactly("C", "B-ALERT");
        assertThat(page.content().get(0).taskFields()).isNull();
        assertThat(page.content().get(0).source()).isEqualTo(id(1));
        assertThat(page.total()).isEqualTo(3);
        assertThat(capabilities(search("ALERT", "ENGINE", null, PageRequest.FIRST))
                        .content())
                .extracting(AlgoDefView::code)
                .containsExactly("B-ALERT");
        assertThat(capabilities(search(null, "API", null, PageRequest.FIRST)).total())
                .isZero();
        assertThat(capabilities(search(null, null, "IMAGE_REALTIME", PageRequest.FIRST))
                        .total())
                .isZero();
    }

    @Test
    void areFoundByTheEventsOfRulesInTheirOrganisation() {
        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);

        assertThat(forEvents(NORTH, "WATCH-A")).containsExactly("A");
        assertThat(forEvents(NORTH, "WATCH-A", "WATCH")).containsExactly("A");
        assertThat(forEvents(NORTH, "WATCH")).containsExactly("A", "B");
        assertThat(forEvents(NORTH, "WATCH-A", "WATCH-B")).isEmpty();
        assertThat(forEvents(SOUTH, "WATCH-A")).isEmpty();
    }

    private List<String> forEvents(UUID organisation, String... events) {
        return capabilities.forEvents(events, organisation);
    }

    @Test
    void areFoundByTheirPackageAndSortedByItsWords() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "y", NORTHERNER);

        assertThat(capabilities(search(null, null, null, descending("version"))).content())
                .extracting(AlgoDefView::version)
                .containsExactly("1.0.2", "1.0.1");
        assertThat(ofPackage(id(2), NORTHERNER).content())
                .extracting(AlgoDefView::code)
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

        capabilities(search(null, null, null, PageRequest.FIRST));

        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
    }

    @Test
    void areKnownToTheirOrganisationAndWhereTheirPackageWasDelivered() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);
        catalogue.enter(described(2, "Bare soil", "B"), "y", NORTHERNER);
        catalogue.deliver(2, SOUTH);
        String[] all = {"A", "B", "C"};

        assertThat(capabilities.known(all, NORTH)).containsExactlyInAnyOrder("A", "B");
        assertThat(capabilities.known(all, SOUTH)).containsExactly("B");
        assertThat(capabilities.known(all, UUID.randomUUID())).isEmpty();
    }

    @Test
    void areKnownByCodeAndByName() {
        catalogue.enter(described(1, "Motion", "A", "B"), "x", NORTHERNER);

        assertThat(capabilities.known(new String[] {"B", "C", "A"}, null)).containsExactlyInAnyOrder("A", "B");
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
    void aStatusThatTheTableLacksIsRefused() {
        var search = new CapabilitySearch(null, null, "DONE", null, null, null, null, null, null, PageRequest.FIRST);

        assertThatThrownBy(() -> page(search, NORTHERNER))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly("capability-status-unknown", "status");
    }

    @Test
    void theDetailShowsTheTaskFieldsAsTheStandardsExampleDoes() {
        catalogue.enter(described(1, "Motion", "A"), "x", NORTHERNER);

        AlgoDefView detail = catalogue.capability("A").detailed();

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

    private Page<AlgoDefView> ofPackage(String packageId, Caller caller) {
        var search = new CapabilitySearch(
                null, null, null, null, null, List.of(packageId), null, null, null, PageRequest.FIRST);
        return page(search, caller);
    }

    private Page<AlgoDefView> capabilities(CapabilitySearch search) {
        return page(search, NORTHERNER);
    }

    private Page<AlgoDefView> page(CapabilitySearch search, Caller caller) {
        return CapabilityConditions.page(catalogue.session(), search, caller.scope())
                .map(Capability::listed);
    }

    private static CapabilitySearch search(String dataType, String source, String taskType, PageRequest page) {
        return new CapabilitySearch("name", null, "UNTESTED", dataType, source, null, taskType, null, null, page);
    }

    private static PageRequest descending(String property) {
        return new PageRequest(1, 2, List.of(new PageRequest.Order(property, true)));
    }
}
