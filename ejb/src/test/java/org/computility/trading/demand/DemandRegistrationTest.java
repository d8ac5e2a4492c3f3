package org.computility.trading.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Member;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandRegistrationTest {

    private final MarketForTests market = new MarketForTests();
    private final DemandRegistration registration = DemandsForTests.over(market);

    @BeforeEach
    void openAccounts() {
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.open("other", market.organisation(), Role.CONSUMER);
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.be("buyer");
    }

    @Test
    void whatIsRegisteredIsSeenByItsOrganisationOnlyUntilItIsPublished() {
        String id = register();
        assertThat(registration.query(id))
                .isEqualTo(new PublishedDemandView("NO", List.of("水利"), List.of("motion"), null, "数据集"));
        market.be("other");
        refused("demand-unknown", () -> registration.query(id));

        market.be("buyer");
        assertThat(publish(id)).isEqualTo("YES");
        assertThat(publish(id)).isEqualTo("YES");

        market.be("other");
        assertThat(registration.query(id).publishStatus()).isEqualTo("YES");
    }

    @Test
    void whatIsRevokedStaysRevoked() {
        String id = register();
        publish(id);

        assertThat(revoke(id)).isEqualTo("NO");
        assertThat(revoke(id)).isEqualTo("NO");
        refused("demand-revoked", () -> publish(id));
    }

    @Test
    void aBoundDemandIsNeitherPublishedNorRevoked() {
        String id = register();
        refused("demand-not-published", () -> bind(id));
        publish(id);

        assertThat(bind(id)).isTrue();
        assertThat(bind(id)).isFalse();

        refused("demand-confirmed", () -> publish(id));
        refused("demand-confirmed", () -> revoke(id));
        assertThat(registration.query(id).publishStatus()).isEqualTo("NO");
    }

    @Test
    void onlyItsDemanderActs() {
        String id = register();
        publish(id);

        market.be("other");
        refused("demand-unknown", () -> registration.publish("other", id));
        refused("party-foreign", () -> registration.revoke("buyer", id));
        market.be("seller");
        refused("role-missing", () -> registration.register(DemandsForTests.of("seller")));
        refused("demand-unknown", () -> registration.query(UUID.randomUUID().toString()));
    }

    private String register() {
        return market.sessions.commit(() -> registration.register(DemandsForTests.of("buyer")));
    }

    private String publish(String id) {
        return market.sessions.commit(() -> registration.publish("buyer", id)).publishStatus();
    }

    private String revoke(String id) {
        return market.sessions.commit(() -> registration.revoke("buyer", id)).publishStatus();
    }

    private boolean bind(String id) {
        return market.sessions.commit(
                () -> registration.bind(market.parties().named(new Member("demander"), "buyer", Role.BUYERS), id));
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
