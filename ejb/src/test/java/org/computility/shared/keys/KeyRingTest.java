package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Instant;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceForAllServers() {
        byte[] first = links(server());

        assertThat(links(server())).isEqualTo(first).hasSize(32);
    }

    @Test
    void whoComesSecondTakesTheOthersKey() {
        byte[] first = links(server());

        assertThat(new PlatformKeys_(session).offer("links", KeyPurpose.SIGNING, new byte[] {1}, Instant.EPOCH))
                .isZero();

        assertThat(links(server())).isEqualTo(first);
    }

    @Test
    void keysOfDifferentNamesAreDifferent() {
        assertThat(server().key("others", KeyPurpose.SIGNING, () -> SecretBytes.fresh(32)))
                .isNotEqualTo(links(server()));
    }

    @Test
    void aKeyServesOnePurpose() {
        links(server());

        assertThatIllegalStateException()
                .isThrownBy(() -> server().key("links", KeyPurpose.DECRYPTING, () -> new byte[1]))
                .withMessageContaining("SIGNING");
    }

    @Test
    void whatIsStoredIsSealed() {
        byte[] key = links(server());

        byte[] stored = session.createNativeQuery("select sealed_key from platform_key", byte[].class)
                .getSingleResult();

        assertThat(stored).isNotEqualTo(key).hasSizeGreaterThan(key.length);
        assertThat(SealingForTests.keptIn(folder).open(stored)).isEqualTo(key);
    }

    private KeyRing server() {
        return KeyRingForTests.over(session, folder);
    }

    private static byte[] links(KeyRing ring) {
        return ring.key("links", KeyPurpose.SIGNING, () -> SecretBytes.fresh(32));
    }
}
