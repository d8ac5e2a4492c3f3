package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherConfigTest {

    @Test
    void hasDefaults() {
        LauncherConfig config = LauncherConfig.from(Map.of());

        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.dataDir()).isEqualTo(Path.of(System.getProperty("user.home"), ".computility"));
        assertThat(config.database()).isEmpty();
        assertThat(config.adminPassword()).isEmpty();
        assertThat(config.publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(config.heapMib()).isEqualTo(768);
    }

    @Test
    void mapsEveryKey() {
        LauncherConfig config = LauncherConfig.from(Map.of(
                "COMPUTILITY_HTTP_PORT", "9000",
                "COMPUTILITY_DATA_DIR", "/srv/computility",
                "COMPUTILITY_DATABASE_URL", "jdbc:postgresql://db/net",
                "COMPUTILITY_DATABASE_USER", "me",
                "COMPUTILITY_DATABASE_PASSWORD", "secret",
                "COMPUTILITY_ADMIN_PASSWORD", "known",
                "COMPUTILITY_PUBLIC_URL", "https://net.example",
                "COMPUTILITY_HEAP_MIB", "2048"));

        assertThat(config.port()).isEqualTo(9000);
        assertThat(config.dataDir()).isEqualTo(Path.of("/srv/computility"));
        assertThat(config.database()).contains(new Database("jdbc:postgresql://db/net", "me", "secret"));
        assertThat(config.adminPassword()).contains("known");
        assertThat(config.publicUrl()).isEqualTo("https://net.example");
        assertThat(config.heapMib()).isEqualTo(2048);
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(LauncherConfig.from(Map.of("COMPUTILITY_ADMIN_PASSWORD", "")).adminPassword())
                .isEmpty();
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : new String[] {"0", "65536", "http"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LauncherConfig.from(Map.of("COMPUTILITY_HTTP_PORT", port)))
                    .withMessageContaining("COMPUTILITY_HTTP_PORT");
        }
    }

    @Test
    void refusesMemoryThatNoServerStartsWith() {
        for (String memory : new String[] {"511", "65537", "2g"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LauncherConfig.from(Map.of("COMPUTILITY_HEAP_MIB", memory)))
                    .withMessage("COMPUTILITY_HEAP_MIB must be 512 to 65536, not " + memory);
        }
    }

    @Test
    void takesBlankValuesForNoneOfEveryKey() {
        Map<String, String> blank = new HashMap<>();
        for (String key : List.of(
                "HTTP_PORT",
                "DATA_DIR",
                "DATABASE_URL",
                "DATABASE_USER",
                "DATABASE_PASSWORD",
                "ADMIN_PASSWORD",
                "PUBLIC_URL",
                "HEAP_MIB")) {
            blank.put("COMPUTILITY_" + key, "  ");
        }
        assertThat(LauncherConfig.from(blank)).isEqualTo(LauncherConfig.from(Map.of()));
    }

    @Test
    void tellsItsAddressByThePortThatWasSet() {
        assertThat(LauncherConfig.from(Map.of("COMPUTILITY_HTTP_PORT", "9000")).publicUrl())
                .isEqualTo("http://127.0.0.1:9000");
    }

    @Test
    void knowsAnExternalDatabaseByItsUrlAlone() {
        assertThat(LauncherConfig.from(Map.of("COMPUTILITY_DATABASE_URL", "jdbc:postgresql://db/net"))
                        .database())
                .contains(new Database("jdbc:postgresql://db/net", "computility", ""));
        assertThat(LauncherConfig.from(Map.of("COMPUTILITY_DATABASE_USER", "me"))
                        .database())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LauncherConfig.from(Map.of("COMPUTILITY_DATABASE_URL", "db")))
                .withMessageContaining("db");
    }

    @Test
    void makesItsDataFolderIndependentOfWhereItIsStarted() {
        assertThat(LauncherConfig.from(Map.of("COMPUTILITY_DATA_DIR", "data")).dataDir())
                .isAbsolute();
    }
}
