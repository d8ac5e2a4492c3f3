package org.computility.trading.controlled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.computility.shared.Denied;
import org.computility.shared.NoSettings;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.LicencesForTests;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PolicyMakingTest {

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final PolicyMaking policies = new PolicyMaking();

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @Test
    void theLicenceOfASubscriptionIsForNoData() {
        var method = SubscriptionsForTests.byCall("0.50", null);
        LicenceView licence = all.subscribed(all.published("m", "http://127.0.0.1/", method), method)
                .licenses();
        policies.check = new LicencesForTests(all.market, Path.of("target", "market-keys")).check;
        policies.caller = all.market.caller;
        all.market.be("seller");

        assertThatThrownBy(() -> policies.make(licence, new NewPolicy("m", "p", List.of(), null, null, List.of())))
                .isInstanceOfSatisfying(Denied.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("licence-other-service");
                    assertThat(refusal.member(name -> name)).isEqualTo("licenses");
                });
    }
}
