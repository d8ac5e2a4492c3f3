package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.computility.shared.keys.Sealing;
import org.computility.shared.keys.SealingForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditHeadTest {

    private static final byte[] HASH = {1, 2, 3};

    private final AuditHead head = AuditHead.beginning();
    private Sealing sealing;

    @BeforeEach
    void takeAKey(@TempDir Path folder) {
        sealing = SealingForTests.keptIn(folder);
    }

    @Test
    void theBeginningNeedsNoSeal() {
        assertThat(head.isSealed(sealing)).isTrue();
        assertThat(head.recordId()).isZero();
        assertThat(head.hash()).containsOnly(0).hasSize(32);
    }

    @Test
    void isSealedWhereItWasMovedTo() {
        head.moveTo(7, HASH, sealing);

        assertThat(head.recordId()).isEqualTo(7);
        assertThat(head.hash()).isEqualTo(HASH);
        assertThat(head.isSealed(sealing)).isTrue();
    }

    @Test
    void anotherKeyMakesNoSealOfThisPlatform(@TempDir Path elsewhere) {
        head.moveTo(7, HASH, SealingForTests.keptIn(elsewhere));

        assertThat(head.isSealed(sealing)).isFalse();
    }
}
