package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.Test;

@OnTheServer
class HealthIT {

    @Test
    void saysWithoutATokenThatItIsReady(Platform platform) {
        assertThat(platform.anonymous().get("platform/v1/health/ready").status())
                .isEqualTo(200);
    }

    @Test
    void describesItsOperationsWithoutAToken(Platform platform) {
        Answer answer = platform.anonymous().get("openapi").expect(200);
        assertThat(answer.text()).contains("/ACSMP/Register").contains("/platform/v1/tokens");
        // Of the contract; nobody finds that in the classes.
        assertThat(answer.text()).contains("IdempotencyKey").contains("balance-short");
    }
}
