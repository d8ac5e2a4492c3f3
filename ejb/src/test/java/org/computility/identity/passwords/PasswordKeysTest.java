package org.computility.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.computility.shared.SealingForTests;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordKeysTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final PlatformKeys rows = new PlatformKeys_(session);

    @TempDir
    Path folder;

    @Test
    void thePairIsMadeOnceForAllServers() {
        Sm2KeyPair first = server().pair();

        assertThat(server().pair().publicKey()).isEqualTo(first.publicKey());
        assertThat(server().pair().privateKey()).isEqualTo(first.privateKey());
    }

    @Test
    void whoComesSecondTakesTheOthersPair() {
        Sm2KeyPair first = server().pair();

        assertThat(rows.offer("sm2-passwords", new byte[] {1}, new byte[] {2}, Instant.EPOCH))
                .isZero();

        assertThat(server().pair().publicKey()).isEqualTo(first.publicKey());
    }

    @Test
    void thePrivateHalfIsSealed() {
        Sm2KeyPair pair = server().pair();

        byte[] stored = session.createNativeQuery("select sealed_private_key from platform_key", byte[].class)
                .getSingleResult();

        assertThat(stored).isNotEqualTo(pair.privateKey());
    }

    private PasswordKeys server() {
        PasswordKeys keys = new PasswordKeys();
        keys.keys = rows;
        keys.sealing = SealingForTests.keptIn(folder);
        keys.clock = Clock.systemUTC();
        return keys;
    }
}
