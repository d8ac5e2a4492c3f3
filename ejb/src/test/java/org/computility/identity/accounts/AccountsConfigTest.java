package org.computility.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new AccountsConfig(Optional.empty()));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.admin.password", "eight888")))
                .isEqualTo(new AccountsConfig(Optional.of("eight888")));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of("computility.admin.password", "seven77")));
    }

    private static AccountsConfig from(Map<String, String> values) {
        return AccountsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
