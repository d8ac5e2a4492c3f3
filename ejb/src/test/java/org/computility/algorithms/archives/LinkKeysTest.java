package org.computility.algorithms.archives;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class LinkKeysTest {

    private final LinkKeys keys = new LinkKeys_(TestEntities.session(TestDatabase.fresh()));

    @Test
    void theFirstServersKeyIsTheKeyOfAll() {
        assertThat(keys.sealedKey()).isEmpty();

        assertThat(keys.keep(new byte[] {1, 2})).isEqualTo(1);
        assertThat(keys.keep(new byte[] {3})).isZero();

        assertThat(keys.sealedKey()).hasValue(new byte[] {1, 2});
    }
}
