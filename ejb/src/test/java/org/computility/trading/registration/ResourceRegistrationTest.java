package org.computility.trading.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.FiredEvents;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.computility.trading.PublicationView;
import org.computility.trading.matching.MatchingForTests;
import org.computility.trading.matching.ResourceSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceRegistrationTest {

    private final MarketForTests market = new MarketForTests();
    private final FiredEvents<ResourceLeaving> leaving = new FiredEvents<>();
    private final ResourceRegistration registration = RegistrationForTests.over(market, leaving);

    @BeforeEach
    void openAccounts() {
        UUID sellers = market.organisation();
        market.open("seller", sellers, Role.PROVIDER);
        market.open("colleague", sellers, Role.PROVIDER);
        market.open("chief", sellers, Role.OPERATOR);
        market.open("stranger", market.organisation(), Role.OPERATOR, Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.be("seller");
    }

    @Test
    void whatIsRegisteredIsSeenByItsOrganisationOnlyUntilItIsPublished() {
        String id = register("seller", "d1");

        assertThat(registration.query(id, null)).isEqualTo(new PublishedDataView("seller", "NO", null, null));
        market.be("colleague");
        assertThat(registration.query(id, "d1").publishStatus()).isEqualTo("NO");
        market.be("buyer");
        refused("resource-unknown", () -> registration.query(id, null));

        market.be("seller");
        assertThat(publish("seller", id, false, "199.9").publishStatus()).isEqualTo("YES");

        market.be("buyer");
        assertThat(registration.query(id, null))
                .isEqualTo(new PublishedDataView("seller", "YES", "false", new BigDecimal("199.90")));
        refused("resource-unknown", () -> registration.query(id, "other"));
    }

    @Test
    void theMarketShowsWhatItsOwnerSaysOfIt() {
        String id = register("seller", "d1");
        publish("seller", id, false, "199.9");
        market.be("buyer");

        assertThat(MatchingForTests.catalogue(market)
                        .page(new ResourceSearch("dataset", null, null), PageRequest.FIRST)
                        .content())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.registrationId()).isEqualTo(id);
                    assertThat(shown.dataFormat()).isEqualTo("jsonl");
                    assertThat(shown.dataSize()).isEqualByComparingTo("12.5");
                    assertThat(shown.collectionTime()).isEqualTo(Instant.EPOCH);
                    assertThat(shown.country()).isEqualTo("中国");
                    assertThat(shown.providerUrl()).isEqualTo("https://example.org/");
                    assertThat(shown.ownershipConfirm()).isEqualTo("https://example.org/ownership");
                    assertThat(shown.controlled()).isFalse();
                });
    }

    @Test
    void theSameRegistrationAgainAnswersTheSameAndAnotherIsRefusedWhoeverAsks() {
        String id = register("seller", "d1");

        assertThat(register("seller", "d1")).isEqualTo(id);
        refused(
                "data-registered",
                () -> registration.register(
                        SampleData.with("seller", "d1", "http://127.0.0.1/other", SampleData.PAIR.publicKey())));
        market.be("stranger");
        refused("data-registered", () -> register("stranger", "d1"));
    }

    @Test
    void publishingOnceMoreChangesNothingAndAnotherPriceIsRefused() {
        String id = register("seller", "d1");
        publish("seller", id, false, "10");

        assertThat(publish("seller", id, false, "10.00").publishStatus()).isEqualTo("YES");
        refused("resource-published", () -> publish("seller", id, false, "11"));
        refused("resource-published", () -> publish("seller", id, true, null));

        assertThat(revoke(id)).isEqualTo("NO");
        assertThat(revoke(id)).isEqualTo("NO");
        assertThat(publish("seller", id, true, null).publishStatus()).isEqualTo("YES");
        assertThat(registration.query(id, null).free()).isEqualTo("true");
    }

    @Test
    void nothingIsPublishedWhoseKeyNobodyCouldHandOver() {
        String id = market.sessions.commit(() -> registration.register(SampleData.of("seller", "d1")));

        refused("private-key-missing", () -> publish("seller", id, true, null));
    }

    @Test
    void whatWasNeverPublishedCannotBeRevoked() {
        String id = register("seller", "d1");

        refused("resource-not-published", () -> revoke(id));
        refused("resource-not-published", () -> registration.offered(id, null));
    }

    @Test
    void whoHasAClaimIsAskedBeforeItLeaves() {
        FiredEvents<ResourceLeaving> claimed = new FiredEvents<>() {
            @Override
            public void fire(ResourceLeaving event) {
                throw new Conflict("resource-locked", event.registrationId().toString());
            }
        };
        String id = register("seller", "d1");
        publish("seller", id, false, "10");
        registration.leaving = claimed;

        refused("resource-locked", () -> revoke(id));
        registration.leaving = leaving;
        assertThat(registration.query(id, null).publishStatus()).isEqualTo("YES");
        revoke(id);
        assertThat(leaving.news()).containsExactly(new ResourceLeaving(UUID.fromString(id)));
    }

    @Test
    void anOwnerIsTheCallerUnlessAnOperatorSpeaksForItsOrganisation() {
        refused("party-foreign", () -> register("colleague", "d1"));
        market.be("stranger");
        refused("party-unknown", () -> register("seller", "d1"));
        refused("party-unknown", () -> register("nobody", "d1"));
        market.be("buyer");
        refused("role-missing", () -> register("buyer", "d1"));

        market.be("chief");
        String id = register("seller", "d1");
        market.be("seller");
        assertThat(publish("SELLER", id, true, null).publishStatus()).isEqualTo("YES");
        market.be("colleague");
        refused("resource-unknown", () -> publish("colleague", id, true, null));
        refused("party-foreign", () -> revoke(id));
        market.be("stranger");
        refused("resource-unknown", () -> revoke(id));
        refused("resource-unknown", () -> publish("stranger", id, true, null));
    }

    @Test
    void aKeyMustEncryptAndANumberMustBeOne() {
        refused(
                "public-key-invalid",
                () -> registration.register(SampleData.with("seller", "d1", "http://127.0.0.1/", "no key")));
        refused("resource-unknown", () -> registration.query("1-1-1-1-1", null));
        refused("resource-unknown", () -> registration.query(UUID.randomUUID().toString(), null));
    }

    private String register(String owner, String dataId) {
        return RegistrationForTests.register(market, registration, owner, dataId);
    }

    private PublicationView publish(String owner, String id, boolean free, String price) {
        return market.sessions.commit(
                () -> registration.publish(owner, id, free, price == null ? null : new BigDecimal(price)));
    }

    private String revoke(String id) {
        return market.sessions.commit(() -> registration.revoke(id, null)).publishStatus();
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
