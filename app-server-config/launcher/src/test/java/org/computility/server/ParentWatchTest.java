package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    @Test
    void aKilledParentTakesServerAndDatabaseWithIt() throws IOException {
        Process database = new ProcessBuilder("sleep", "600").start();
        Process launcher = java(Parent.class, "" + database.pid()).start();
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

    private static ProcessBuilder java(Class<?> program, String argument) {
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                argument));
    }

    /** Stands for the launcher: starts a child, says its number and stays. */
    static final class Parent {

        public static void main(String... arguments) throws Exception {
            Process child = java(Child.class, arguments[0]).start();
            child.getInputStream().read(); // It watches.
            System.out.println(child.pid());
            new CountDownLatch(1).await();
        }
    }

    /** Stands for the server. */
    static final class Child {

        public static void main(String... arguments) throws Exception {
            ParentWatch.premain(arguments[0], null);
            System.out.println("watching");
            new CountDownLatch(1).await();
        }
    }
}
