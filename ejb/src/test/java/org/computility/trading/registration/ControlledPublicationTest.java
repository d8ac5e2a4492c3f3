package org.computility.trading.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.FiredEvents;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.computility.trading.demand.DemandsForTests;
import org.computility.trading.matching.MatchView;
import org.computility.trading.matching.Matches;
import org.computility.trading.matching.MatchingForTests;
import org.computility.trading.matching.OfferedResourceView;
import org.computility.trading.matching.ResourceCatalogue;
import org.computility.trading.matching.ResourceSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlledPublicationTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());

    private final MarketForTests market = new MarketForTests();
    private final ControlledPublication publication = ControlledForTests.over(market);
    private final Matches matches = MatchingForTests.over(market);
    private final ResourceCatalogue catalogue = MatchingForTests.catalogue(market);
    private final ResourceRegistration resources = RegistrationForTests.over(market, new FiredEvents<>());

    @BeforeEach
    void aDataSpace() {
        market.open("space", market.organisation(), Role.PLATFORM);
        market.open("other", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.be("space");
    }

    @Test
    void whatIsPublishedIsFoundUnderTheOneNumberByItsDataId() {
        assertThat(publish("d1", "10")).isEqualTo("YES");
        assertThat(publish("d1", "10")).isEqualTo("YES");
        publish("d2", null);

        market.be("buyer");
        PublishedDataView found = resources.query("CONTROLLED", "d1");
        assertThat(found.owner()).isEqualTo("SPACE");
        assertThat(found.price()).isEqualByComparingTo("10");
        assertThat(resources.query("CONTROLLED", "d2").free()).isEqualTo("true");
        refused("resource-unknown", () -> resources.query("CONTROLLED", "d3"));
        refused("member-missing", () -> resources.query("CONTROLLED", null));
    }

    @Test
    void itIsRevokedByItsDataSpaceAndPublishedAnew() {
        publish("d1", "10");

        market.be("other");
        refused("resource-unknown", () -> revoke("d1"));
        market.be("space");
        assertThat(revoke("d1")).isEqualTo("NO");
        assertThat(publish("d1", "20")).isEqualTo("YES");
    }

    @Test
    void othersAndOtherTermsAreRefused() {
        publish("d1", "10");

        refused("resource-published", () -> publish("d1", "11"));
        refused("price-of-free", () -> publication.publish(copy(ControlledForTests.of("d9", "1"), "SPACE", true)));
        refused("member-invalid", () -> publication.publish(copy(ControlledForTests.of("d9", "1"), "space", false)));
        market.be("other");
        refused("data-registered", () -> publish("d1", "10"));
        RegistrationForTests.register(market, resources, "other", "plain");
        refused("data-registered", () -> publish("plain", "10"));
        refused("data-registered", () -> RegistrationForTests.register(market, resources, "other", "d1"));
        market.be("buyer");
        refused("role-missing", () -> publish("d9", "10"));
    }

    @Test
    void whatIsPublicIsFoundByKeyWordAndShownWithItsMembers() {
        publish("d1", "10");
        market.be("buyer");

        assertThat(found("motion")).singleElement().satisfies(shown -> {
            assertThat(shown.registrationId()).isEqualTo("CONTROLLED");
            assertThat(shown.dataId()).isEqualTo("d1");
            assertThat(shown.owner()).isEqualTo("SPACE");
            assertThat(shown.type()).isEqualTo("dataset");
            assertThat(shown.controlled()).isTrue();
            assertThat(shown.protocol()).isEqualTo("https");
            assertThat(shown.source()).isEqualTo("gate 7");
            assertThat(shown.open()).isEqualTo(1);
            assertThat(shown.price()).isEqualByComparingTo("10");
            assertThat(shown.dataFormat()).isNull();
        });
        assertThat(found("school")).isEmpty();
    }

    @Test
    void whatIsNotPublicIsInNoListAndFoundByWhoKnowsItsDataId() {
        market.sessions.commit(() -> publication.publish(ControlledForTests.with("secret", 0, "10")));
        market.sessions.commit(() -> publication.publish(ControlledForTests.with("unsaid", null, "10")));
        market.be("buyer");

        assertThat(found("motion")).extracting(OfferedResourceView::dataId).containsExactly("unsaid");
        refused("resource-unknown", () -> matches.ofResource("CONTROLLED", "secret", PAGE));
        assertThat(resources.query("CONTROLLED", "secret").publishStatus()).isEqualTo("YES");
    }

    @Test
    void itFitsADemandUnderTheOneNumberUntilItIsRevoked() {
        publish("d1", "10");
        String demand = DemandsForTests.published(market, "buyer");

        assertThat(fitting(demand))
                .extracting(MatchView::registrationId, MatchView::dataId, MatchView::party)
                .containsExactly(tuple("CONTROLLED", "d1", "SPACE"));
        market.be("space");
        assertThat(matches.ofResource("CONTROLLED", "d1", PAGE).content())
                .extracting(match -> match.demandId().toString())
                .containsExactly(demand);
        refused("member-missing", () -> matches.ofResource("CONTROLLED", null, PAGE));
        refused("resource-unknown", () -> matches.ofResource("CONTROLLED", "d2", PAGE));

        revoke("d1");

        assertThat(fitting(demand)).isEmpty();
        assertThat(found("motion")).isEmpty();
        publish("d1", "20");
        assertThat(fitting(demand)).hasSize(1);
    }

    private List<MatchView> fitting(String demand) {
        return matches.ofDemand(demand, PAGE).content();
    }

    private List<OfferedResourceView> found(String words) {
        return catalogue.page(new ResourceSearch("dataset", words, null), PAGE).content();
    }

    private static NewControlledData copy(NewControlledData data, String owner, boolean free) {
        return new NewControlledData(
                owner,
                data.dataId(),
                data.registrationId(),
                data.description(),
                data.protocol(),
                data.open(),
                data.source(),
                data.keyWords(),
                free,
                data.price());
    }

    private String publish(String dataId, String price) {
        return market.sessions
                .commit(() -> publication.publish(ControlledForTests.of(dataId, price)))
                .publishStatus();
    }

    private String revoke(String dataId) {
        return market.sessions
                .commit(() -> resources.revoke("CONTROLLED", dataId))
                .publishStatus();
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
