package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://[::1]:6000/net, [\\:\\:1], 6000, net",
        "jdbc:postgresql://[fe80::1]/net?a=b?c, [fe80\\:\\:1], 5432, net",
        "jdbc:postgresql://10.0.0.1/a-b_c, 10.0.0.1, 5432, a-b_c",
        "jdbc:postgresql://db:1/a:b=c, db, 1, a\\:b\\=c"
    })
    void takesAUrlApartAsPayaraNeedsIt(String url, String host, String port, String name) {
        assertThat(new Database(url, "me", "").environment())
                .containsEntry("COMPUTILITY_BATCH_HOST", host)
                .containsEntry("COMPUTILITY_BATCH_PORT", port)
                .containsEntry("COMPUTILITY_BATCH_DATABASE", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "postgresql://db/net",
                "jdbc:postgresql://db",
                "jdbc:postgresql://db/",
                "jdbc:postgresql://db/?ssl=true",
                "jdbc:postgresql:///net",
                "jdbc:postgresql://one,two/net",
                "jdbc:postgresql://db:port/net",
                "jdbc:postgresql://db:/net"
            })
    void refusesWhatNamesNoHostAndDatabase(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Database(url, "me", ""))
                .withMessageEndingWith(url);
    }
}
