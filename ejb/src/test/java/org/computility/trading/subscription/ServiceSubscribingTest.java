package org.computility.trading.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.computility.shared.NoSettings;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestEntities;
import org.computility.trading.subscription.billing.BillingMethod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceSubscribingTest {

    @BeforeAll
    static void noSettings() {
        NoSettings.use();
    }

    private final SubscriptionsForTests market = new SubscriptionsForTests();

    @Test
    void aPageItsPublicationsItsLicencesItsPricesAndTheTotalAreFiveStatements() {
        BillingMethod method = SubscriptionsForTests.byCall("1", null);
        String publishId = market.published("m", "http://127.0.0.1:1/m", method);
        SubscriptionView first = market.subscribed(publishId, method);
        SubscriptionView second = market.subscribed(publishId, method);
        SubscriptionView third = market.subscribed(publishId, method);
        List<SubscriptionView> page = new ArrayList<>();

        long statements = TestEntities.statements(() -> page.addAll(
                market.subscribing.subscriptions(null, PageRequest.FIRST).content()));

        assertThat(statements).isEqualTo(5);
        assertThat(page).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void nothingSubscribedToIsAnEmptyPage() {
        market.market.be("other");

        assertThat(market.subscribing.subscriptions(null, PageRequest.FIRST).content())
                .isEmpty();
    }
}
