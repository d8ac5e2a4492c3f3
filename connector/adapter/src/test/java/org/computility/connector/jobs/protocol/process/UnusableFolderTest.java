package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who names a folder for jobs hears at once whether it can be used. */
class UnusableFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderBelowAFileCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        IOException failure =
                catchThrowableOfType(IOException.class, () -> Machine.capacity(file.resolve("jobs"), List.of(), false));

        assertThat(failure).hasMessageContaining(file.toString());
    }

    @Test
    void aFolderThatTheKernelDoesNotMakeCannotBeUsedWhoeverAsks() {
        ProcessRuntime runtime = new ProcessRuntime(Path.of("/proc/nope"));

        RuntimeFailure failure = catchThrowableOfType(RuntimeFailure.class, runtime::capacity);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("/proc/nope cannot be made or written");
    }

    @Test
    void aFolderThatIsThereAndTakesNoFileCannotBeUsedEither() {
        IOException failure = catchThrowableOfType(
                IOException.class, () -> Machine.capacity(Path.of("/proc/self"), List.of(), false));

        assertThat(failure).hasMessageContaining("cannot be made or written");
    }

    @Test
    void aLookAtAFolderLeavesNothingInIt() throws IOException {
        Machine.capacity(folder, List.of(), false);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsYetToBeMadeCan() throws IOException {
        assertThat(Machine.capacity(folder.resolve("jobs"), List.of(), false).storageBytes())
                .isPositive();
    }
}
