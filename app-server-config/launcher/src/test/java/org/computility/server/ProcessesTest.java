package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessesTest {

    @TempDir
    Path temp;

    @Test
    void aProgramThatEndsWellSaysNothing() throws Exception {
        Path made = temp.resolve("made");

        Processes.run(List.of("touch", made.toString()));

        assertThat(made).exists();
    }

    @Test
    void aProgramThatFailsSaysWhatItPrinted() {
        assertThatThrownBy(() -> Processes.run(shell("echo to out; echo to err >&2; exit 3")))
                .isInstanceOf(IOException.class)
                .hasMessage("sh ended with 3: to out\nto err");
    }

    @Test
    void aProgramThatReadsGetsTheEndAtOnce() throws Exception {
        Processes.run(shell("cat > /dev/null"));
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> Processes.run(List.of(temp.resolve("nothing").toString())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void aProcessThatGoesWhenAskedIsNotKilled() throws Exception {
        Process polite = start("trap 'exit 7' TERM; echo ready; cat");

        Processes.end(polite, 30);

        assertThat(polite.exitValue()).as("it could put things in order").isNotEqualTo(128 + 9);
    }

    @Test
    void aProcessThatStaysIsKilledWhenTheTimeIsOver() throws Exception {
        Process deaf = start("trap '' TERM; echo ready; exec sleep 600");

        Processes.end(deaf, 0);

        assertThat(deaf.isAlive()).isFalse();
        assertThat(deaf.exitValue()).isEqualTo(128 + 9);
    }

    @Test
    void whoeverIsInterruptedWhileItWaitsKillsAndIsToldSo() throws Exception {
        Process deaf = start("trap '' TERM; echo ready; exec sleep 600");
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            Processes.end(deaf, 600);
            return Thread.interrupted();
        });

        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(deaf.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDetachedProgramHasASessionOfItsOwn() throws Exception {
        List<String> command = Processes.detached(List.of("sh", "-c", "cut -d' ' -f6 /proc/$$/stat"));
        assumeTrue(Files.exists(Path.of("/proc/self/stat")) && command.get(0).endsWith("setsid"), "not on this system");
        String mine = session(new ProcessBuilder("sh", "-c", "cut -d' ' -f6 /proc/$$/stat").start());

        assertThat(session(new ProcessBuilder(command).start())).isNotEmpty().isNotEqualTo(mine);
    }

    /** Returns when it is as deaf or as polite as its script makes it. */
    private static Process start(String script) throws IOException {
        Process process = new ProcessBuilder(shell(script)).start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }

    private static String session(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }
}
