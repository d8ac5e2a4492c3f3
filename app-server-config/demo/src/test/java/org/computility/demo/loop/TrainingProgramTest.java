package org.computility.demo.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a machine from running the training job is told in one line. */
class TrainingProgramTest {

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    private Path programs;

    @BeforeEach
    void makeFolder() throws Exception {
        programs = Files.createDirectory(folder.resolve("bin"));
    }

    @Test
    void aMachineWithNothingButAJdkLacksBubblewrap() throws Exception {
        assertThat(TrainingProgram.hindrance(List.of(programs), JDK, folder))
                .hasValue("this machine lacks bwrap (Debian's package bubblewrap)");
    }

    @Test
    void aMachineWithoutTarCannotUnpackTheProgram() throws Exception {
        program("bwrap");

        assertThat(TrainingProgram.hindrance(List.of(programs), JDK, folder))
                .hasValue("this machine lacks tar (Debian's package tar)");
    }

    @Test
    void aJavaWithoutModulesMakesNoOther() throws Exception {
        program("bwrap");
        program("tar");

        assertThat(TrainingProgram.hindrance(List.of(programs), folder, folder))
                .hasValue("the Java in " + folder + " has no jlink, or no modules for it");
    }

    private void program(String name) throws Exception {
        Files.createFile(
                programs.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
