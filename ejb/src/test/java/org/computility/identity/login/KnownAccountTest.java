package org.computility.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Role;
import org.junit.jupiter.api.Test;

class KnownAccountTest {

    @Test
    void aBoundDeviceRegistersItsCodeOrItsPrefixOnly() {
        assertThat(device("11010800005050000001").mayRegister("11010800005050000001"))
                .isTrue();
        assertThat(device("11010800").mayRegister("11010800005050000001")).isTrue();
        assertThat(device(null).mayRegister("11010800005050000001")).isTrue();
        assertThat(device("1101").mayRegister("31010800005050000001")).isFalse();
        assertThat(device("1101").mayRegister(null)).isFalse();
    }

    private static KnownAccount device(String code) {
        return new KnownAccount(UUID.randomUUID(), "d", "hash", UUID.randomUUID(), Set.of(Role.DEVICE), code, true);
    }
}
