package org.computility.trading.subscription.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceInputTest {

    @Test
    void whatHoldsJsonGoesAsJsonAndAnyOtherTextAsText() {
        assertThat(ServiceInput.of(" {\"a\":1}").isJson()).isTrue();
        assertThat(ServiceInput.of("[1]").isJson()).isTrue();
        assertThat(ServiceInput.of("{a").isJson()).isFalse();
        assertThat(ServiceInput.of("a").isJson()).isFalse();
    }

    @Test
    void whatIsNestedTooDeepToBeReadIsAText() {
        assertThat(ServiceInput.of("[".repeat(100_000) + "]".repeat(100_000)).isJson())
                .isFalse();
    }
}
