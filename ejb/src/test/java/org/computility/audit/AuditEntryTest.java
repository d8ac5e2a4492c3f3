package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class AuditEntryTest {

    @Test
    void cutsWhatTheTableDoesNotTake() {
        var entry = new AuditEntry("a".repeat(100), null, "POST /x", "t".repeat(600), "::1", 200, "r");

        assertThat(entry.account()).hasSize(64);
        assertThat(entry.target()).hasSize(500);
    }

    @Test
    void refusesToSayNothing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new AuditEntry("a", null, null, "t", "::1", 200, "r"))
                .withMessage("action");
        assertThatNullPointerException()
                .isThrownBy(() -> new AuditEntry("a", null, "POST /x", null, "::1", 200, "r"))
                .withMessage("target");
        assertThatNullPointerException()
                .isThrownBy(() -> new AuditEntry("a", null, "POST /x", "t", null, 200, "r"))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> new AuditEntry("a", null, "POST /x", "t", "::1", 200, null))
                .withMessage("requestId");
    }

    @Test
    void neverCutsACharacterInHalf() {
        var entry = new AuditEntry("𠀋".repeat(65), null, "POST /x", "t", "::1", 200, "r");

        assertThat(entry.account()).isEqualTo("𠀋".repeat(64));
    }

    @Test
    void replacesTheCharacterThatCannotBeStored() {
        assertThat(new AuditEntry("a\0b", null, "POST /x", "t", "::1", 200, "r").account())
                .isEqualTo("a b");
    }
}
