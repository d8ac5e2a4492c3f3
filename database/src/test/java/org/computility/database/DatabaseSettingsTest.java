package org.computility.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseSettingsTest {

    @Test
    void defaultsToTheLocalDatabase() {
        var settings = DatabaseSettings.from(new Properties(), Map.of());

        assertThat(settings.url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/computility");
        assertThat(settings.user()).isEqualTo("computility");
        assertThat(settings.password()).isEmpty();
    }

    @Test
    void everyVariableMaps() {
        var settings = DatabaseSettings.from(
                new Properties(),
                Map.of(
                        "COMPUTILITY_DATABASE_URL", "jdbc:postgresql://db:6000/x",
                        "COMPUTILITY_DATABASE_USER", "u",
                        "COMPUTILITY_DATABASE_PASSWORD", "p"));

        assertThat(settings).isEqualTo(new DatabaseSettings("jdbc:postgresql://db:6000/x", "u", "p"));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("computility.database.user", "property");

        var settings = DatabaseSettings.from(properties, Map.of("COMPUTILITY_DATABASE_USER", "variable"));

        assertThat(settings.user()).isEqualTo("property");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(new DatabaseSettings("url", "user", "s3cret")).hasToString("DatabaseSettings[url=url, user=user]");
    }

    @Test
    void givesPlainConnectionsToTheSameDatabase() {
        var source =
                (PGSimpleDataSource) new DatabaseSettings("jdbc:postgresql://db:6000/x", "u", "p").plainDataSource();

        assertThat(source.getURL()).startsWith("jdbc:postgresql://db:6000/x");
        assertThat(source.getUser()).isEqualTo("u");
        assertThat(source.getPassword()).isEqualTo("p");
    }
}
