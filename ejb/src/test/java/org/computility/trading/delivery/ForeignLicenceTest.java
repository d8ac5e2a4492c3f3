package org.computility.trading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.computility.shared.Denied;
import org.computility.shared.NoSettings;
import org.computility.trading.contract.TradesForTests;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForeignLicenceTest {

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final DataDelivery delivery = new DataDelivery();

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @Test
    void theLicenceOfASubscriptionDeliversNoData() {
        var method = SubscriptionsForTests.byCall("0.50", null);
        LicenceView licence = all.subscribed(all.published("m", "http://127.0.0.1/", method), method)
                .licenses();
        TradesForTests trades = new TradesForTests(all.market, Path.of("target", "market-keys"));
        delivery.check = trades.licences.check;
        delivery.trades = trades.trades;
        delivery.caller = all.market.caller;
        all.market.be("buyer");

        assertThatThrownBy(() -> delivery.deliver(licence)).isInstanceOfSatisfying(Denied.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("licence-other-service");
            assertThat(refusal.member(name -> name)).isEqualTo("licenses");
        });
    }
}
