package org.computility.shared.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.computility.shared.PlatformConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final byte[] SECRET = "p@ss 密码".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealed() {
        Sealing sealing = SealingForTests.keptIn(folder);

        assertThat(sealing.open(sealing.seal(SECRET))).isEqualTo(SECRET);
    }

    @Test
    void neverSealsTheSameWayTwice() {
        Sealing sealing = SealingForTests.keptIn(folder);

        assertThat(sealing.seal(SECRET)).isNotEqualTo(sealing.seal(SECRET));
    }

    @Test
    void keepsItsKeyForTheNextStart() {
        byte[] sealed = SealingForTests.keptIn(folder).seal(SECRET);

        assertThat(SealingForTests.keptIn(folder).open(sealed)).isEqualTo(SECRET);
    }

    @Test
    void keepsItsKeyFromOtherUsersOfTheMachine() throws IOException {
        SealingForTests.keptIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesWhatWasAltered() {
        Sealing sealing = SealingForTests.keptIn(folder);
        byte[] sealed = sealing.seal(SECRET);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> sealing.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealing.open(new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWhatAnotherKeySealed() {
        byte[] sealed = withKey("00".repeat(32)).seal(SECRET);

        assertThatThrownBy(() -> withKey("11".repeat(32)).open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void serversOfOneSettingOpenEachOthersSecrets() {
        assertThat(withKey("a passphrase of at least 32 characters")
                        .open(withKey("a passphrase of at least 32 characters").seal(SECRET)))
                .isEqualTo(SECRET);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAKeyThatCanBeGuessed() {
        assertThatThrownBy(() -> withKey("secret")).hasMessageContaining("COMPUTILITY_SECRET_KEY");
    }

    private Sealing withKey(String key) {
        return new Sealing(new PlatformConfig(folder, Optional.of(key), "http://127.0.0.1:8080", List.of()));
    }
}
