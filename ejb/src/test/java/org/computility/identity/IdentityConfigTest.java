package org.computility.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {

    @Test
    void takesATokenLifeOfOneHourToThirtyDays() {
        assertThat(new IdentityConfig(Duration.ofHours(1), Optional.empty(), false).tokenLife())
                .isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new IdentityConfig(Duration.ofMinutes(59), Optional.empty(), false))
                .hasMessageContaining("COMPUTILITY_TOKEN_HOURS");
        assertThatThrownBy(() -> new IdentityConfig(Duration.ofHours(721), Optional.empty(), false))
                .hasMessageContaining("COMPUTILITY_TOKEN_HOURS");
    }

    @Test
    void refusesAShortFirstPassword() {
        assertThatThrownBy(() -> new IdentityConfig(Duration.ofHours(12), Optional.of("seven77"), false))
                .hasMessageContaining("COMPUTILITY_ADMIN_PASSWORD");
    }
}
