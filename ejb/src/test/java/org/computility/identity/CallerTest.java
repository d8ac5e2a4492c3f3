package org.computility.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final UUID BUREAU = UUID.randomUUID();

    @Test
    void isConfinedToItsOrganisationUnlessAnAdministrator() {
        assertThat(caller(Role.OPERATOR).scope()).isEqualTo(BUREAU);
        assertThat(caller(Role.OPERATOR).sees(UUID.randomUUID())).isFalse();
        assertThat(caller(Role.ADMINISTRATOR).scope()).isNull();
        assertThat(caller(Role.ADMINISTRATOR).sees(UUID.randomUUID())).isTrue();
    }

    @Test
    void isOneOfASetByAnyOfItsRoles() {
        assertThat(caller(Role.DEVICE, Role.AUDITOR).isOneOf(Role.WATCHERS)).isTrue();
        assertThat(caller(Role.DEVICE).isOneOf(Role.READERS)).isFalse();
    }

    private static Caller caller(Role... roles) {
        return new Caller(UUID.randomUUID(), "someone", BUREAU, Set.of(roles), null);
    }
}
