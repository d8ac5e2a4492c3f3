package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedMicroTest {

    @TempDir
    private Path folder;

    private Path jar;
    private Path unpacked;

    @BeforeEach
    void aMicro() throws IOException {
        jar = folder.resolve("payara-micro.jar");
        unpacked = folder.resolve("program");
        FakeMicro.writeTo(jar);
    }

    @Test
    void isUnpackedOnceForAJar() throws IOException {
        UnpackedMicro.in(unpacked, jar);
        Files.writeString(unpacked.resolve("mine"), "still there");

        UnpackedMicro.in(unpacked, jar);

        assertThat(unpacked.resolve("mine")).exists();
    }

    @Test
    void anotherJarTakesThePlaceOfWhatWasThere() throws IOException {
        UnpackedMicro.in(unpacked, jar);
        Files.writeString(unpacked.resolve("old"), "of the former jar");

        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        UnpackedMicro.in(unpacked, jar);

        assertThat(unpacked.resolve("old")).doesNotExist();
        assertThat(unpacked.resolve("launch-micro.jar")).exists();
    }

    @Test
    void anInterruptedUnpackingIsDoneAgain() throws IOException {
        Files.createDirectories(unpacked.resolve("config"));

        UnpackedMicro.in(unpacked, jar);

        assertThat(unpacked.resolve("launch-micro.jar")).exists();
    }

    @Test
    void theClassPathBeginsWithWhatIsGivenAndTheModulesAreOpened() throws IOException {
        Path driver = folder.resolve("driver.jar");

        assertThat(UnpackedMicro.in(unpacked, jar).options(driver))
                .contains("--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/java.net=ALL-UNNAMED")
                .contains("--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED")
                .endsWith("-cp", driver + ":" + jar + ":" + unpacked.resolve("launch-micro.jar"));
    }

    @Test
    void theProgramIsTheOneThatTheJarNames() throws IOException {
        assertThat(UnpackedMicro.in(unpacked, jar).program()).isEqualTo(FakeMicro.class.getName());
    }

    @Test
    void eachStartGetsItsOwnCopyOfTheSettings() throws IOException {
        Path root = folder.resolve("tmp/root");

        UnpackedMicro.in(unpacked, jar).copySettings(root);

        assertThat(root.resolve("config/domain.xml")).hasContent("<domain/>");
        assertThat(root.resolve("lib/install")).isDirectory();
    }
}
