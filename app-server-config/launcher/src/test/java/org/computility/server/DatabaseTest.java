package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void tellsTheApplicationTheUrlAndThePoolItsParts() {
        assertThat(new Database("jdbc:postgresql://db.example:6000/net?ssl=true", "me", "secret").environment())
                .containsEntry("COMPUTILITY_DATABASE_URL", "jdbc:postgresql://db.example:6000/net?ssl=true")
                .containsEntry("COMPUTILITY_DATABASE_USER", "me")
                .containsEntry("COMPUTILITY_DATABASE_PASSWORD", "secret")
                .containsEntry("COMPUTILITY_BATCH_HOST", "db.example")
                .containsEntry("COMPUTILITY_BATCH_PORT", "6000")
                .containsEntry("COMPUTILITY_BATCH_DATABASE", "net");
    }

    @Test
    void knowsPostgresStandardPort() {
        assertThat(new Database("jdbc:postgresql://db/net", "me", "").environment())
                .containsEntry("COMPUTILITY_BATCH_PORT", "5432");
    }

    @Test
    void escapesWhatEndsAPropertyInACommandOfPayara() {
        assertThat(new Database("jdbc:postgresql://db/net", "me", "a:b=c\\d").environment())
                .containsEntry("COMPUTILITY_BATCH_PASSWORD", "a\\:b\\=c\\\\d")
                .containsEntry("COMPUTILITY_DATABASE_PASSWORD", "a:b=c\\d");
    }

    @Test
    void refusesOtherUrls() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Database("jdbc:mysql://db/net", "me", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Database("jdbc:postgresql:net", "me", ""));
    }
}
