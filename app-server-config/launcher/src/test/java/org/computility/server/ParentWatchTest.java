package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentWatchTest {

    @TempDir
    Path temp;

    @Test
    void aKilledParentTakesServerAndDatabaseWithIt() throws IOException {
        Process database = sleeping("postgres");
        Process launcher = java(Parent.class, processFile(database).toString()).start();
        try (BufferedReader says = launcher.inputReader()) {
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(says.readLine())).orElseThrow();
            assertThat(server.isAlive()).isTrue();

            launcher.destroyForcibly(); // kill -9

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive() && !database.isAlive());
        } finally {
            launcher.destroyForcibly();
            database.destroyForcibly();
        }
    }

    @Test
    void aProgramThatGotTheNumberOfAKilledDatabaseIsNone() throws IOException {
        Process other = sleeping("other");
        try {
            assertThat(ParentWatch.databaseOf(processFile(other))).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    /** A program of that name that does nothing for long. */
    private Process sleeping(String name) throws IOException {
        Path program = Files.copy(Path.of("/bin/sleep"), temp.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        return new ProcessBuilder(program.toString(), "600").start();
    }

    private Path processFile(Process process) throws IOException {
        return Files.writeString(temp.resolve("postmaster.pid"), process.pid() + "\n/data\n");
    }

    private static ProcessBuilder java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Processes.java(), "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Stands for the launcher: starts a child, says its number and stays. */
    static final class Parent {

        public static void main(String... arguments) throws Exception {
            Process child = java(ParentWatch.class, arguments[0], Child.class.getName(), "one", "two")
                    .start();
            if (child.inputReader().readLine().equals("[one, two]")) { // It watches.
                System.out.println(child.pid());
            }
            new CountDownLatch(1).await();
        }
    }

    /** Stands for the server. */
    static final class Child {

        public static void main(String... arguments) throws Exception {
            System.out.println(List.of(arguments));
            new CountDownLatch(1).await();
        }
    }
}
