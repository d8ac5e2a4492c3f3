package org.computility.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.identity.RoleSet;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final Account account =
            Account.open("ann", UUID.randomUUID(), Set.of(Role.ADMINISTRATOR), "hash", Instant.EPOCH);

    @Test
    void aDisabledAdministratorIsNoneThatCouldHelp() {
        assertThat(account.isActiveAdministrator()).isTrue();

        account.enable(false);

        assertThat(account.isActiveAdministrator()).isFalse();
    }

    @Test
    void anEmptyCodeEndsTheBinding() {
        account.bindTo("1101");
        assertThat(account.view().computeCode()).isEqualTo("1101");

        account.bindTo("");

        assertThat(account.view().computeCode()).isNull();
    }

    @Test
    void rolesSurviveTheirColumn() {
        RoleSet column = new RoleSet();

        assertThat(column.convertToDatabaseColumn(Set.of(Role.DEVICE, Role.AUDITOR)))
                .isEqualTo("|AUDITOR|DEVICE|");
        assertThat(column.convertToEntityAttribute("|AUDITOR|DEVICE|"))
                .containsExactlyInAnyOrder(Role.DEVICE, Role.AUDITOR);
        assertThat(column.convertToEntityAttribute("||")).isEmpty();
    }

    @Test
    void anOperatorManagesTheDevicesOfItsOrganisationAndAnAdministratorAll() {
        UUID bureau = UUID.randomUUID();
        Account device = Account.open("gate", bureau, Set.of(Role.DEVICE), "hash", Instant.EPOCH);
        Account clerk = Account.open("clerk", bureau, Set.of(Role.DEVICE, Role.OPERATOR), "hash", Instant.EPOCH);

        assertThat(device.isManagedBy(caller(Role.OPERATOR, bureau))).isTrue();
        assertThat(clerk.isManagedBy(caller(Role.OPERATOR, bureau))).isFalse();
        assertThat(device.isManagedBy(caller(Role.OPERATOR, UUID.randomUUID()))).isFalse();
        assertThat(device.isManagedBy(caller(Role.AUDITOR, bureau))).isFalse();
        assertThat(clerk.isManagedBy(caller(Role.ADMINISTRATOR, UUID.randomUUID())))
                .isTrue();
    }

    private static Caller caller(Role role, UUID organisation) {
        return new Caller(UUID.randomUUID(), "caller", organisation, Set.of(role), null);
    }
}
