package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One platform on one data folder, told to stop at any time; with an external database, so that nothing large starts. */
@Timeout(120)
class PlatformTest {

    @TempDir
    Path temp;

    @Test
    void aDataFolderIsUsedByOneAtATime() {
        try (Platform first = platform("data")) {
            assertThatThrownBy(() -> start(first)).isInstanceOf(UncheckedIOException.class);

            try (Platform second = platform("data")) {
                assertThatThrownBy(() -> start(second))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("already runs a platform on")
                        .hasMessageContaining("data");
            }
        }
        try (Platform third = platform("data")) {
            assertThatThrownBy(() -> start(third))
                    .as("the folder is free again")
                    .hasMessageContaining("Payara Micro");
        }
    }

    @Test
    void aServerThatCannotBeStartedSaysWhereToLook() {
        try (Platform platform = platform("data")) {
            assertThatThrownBy(() -> start(platform))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot start Payara Micro in " + temp.resolve("data/server"));
        }
    }

    @Test
    void oneThatWasToldToStopStartsNothing() {
        Platform platform = platform("data");
        platform.close();

        assertThatThrownBy(() -> start(platform))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("told to stop");
        assertThat(temp.resolve("data")).doesNotExist();
        platform.close();
    }

    @Test
    void aDataFolderThatIsNoneIsNamed() throws Exception {
        Files.writeString(temp.resolve("data"), "a file");
        try (Platform platform = platform("data")) {
            assertThatThrownBy(() -> start(platform))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot use " + temp.resolve("data"));
        }
    }

    private Platform platform(String data) {
        return new Platform(LauncherConfig.from(Map.of(
                "COMPUTILITY_DATA_DIR",
                temp.resolve(data).toString(),
                "COMPUTILITY_DATABASE_URL",
                "jdbc:postgresql://nobody.invalid/none")));
    }

    /** From a folder that holds no server. */
    private void start(Platform platform) {
        platform.start(temp.resolve("home"), Optional.empty());
    }
}
