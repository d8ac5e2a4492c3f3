package org.computility.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.computility.identity.Role;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class KnownAccountsTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final KnownAccounts accounts = new KnownAccounts_(session);

    @Test
    void anAccountIsKnownByItsNameInWhateverCase() {
        update("insert into organisation values (gen_random_uuid(), 'Water Bureau', now())");
        update("insert into account select gen_random_uuid(), 0, 'Gate-7', 'the hash', id, '|AUDITOR|DEVICE|', '1101',"
                + " false, now() from organisation");

        assertThat(accounts.find("gate-7")).hasValueSatisfying(found -> {
            assertThat(found.username()).isEqualTo("Gate-7");
            assertThat(found.passwordHash()).isEqualTo("the hash");
            assertThat(found.roles()).isEqualTo(Set.of(Role.AUDITOR, Role.DEVICE));
            assertThat(found.computeCode()).isEqualTo("1101");
            assertThat(found.enabled()).isFalse();
        });
        assertThat(accounts.find("gate-8")).isEmpty();
    }

    private void update(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
