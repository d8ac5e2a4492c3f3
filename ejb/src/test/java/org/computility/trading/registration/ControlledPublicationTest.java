package org.computility.trading.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.FiredEvents;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlledPublicationTest {

    private final MarketForTests market = new MarketForTests();
    private final ControlledPublication publication = ControlledForTests.over(market);
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
