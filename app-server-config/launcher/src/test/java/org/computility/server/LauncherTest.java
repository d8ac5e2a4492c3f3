package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// In a thread of its own: what waits for a process's words is not interrupted.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {

    private static final int AFTER_SIGTERM = 143;

    @TempDir
    Path temp;

    private final List<Process> launchers = new ArrayList<>();

    @BeforeEach
    void layOutTheFolderThatTheBuildFills() throws IOException {
        Files.createDirectories(temp.resolve("server"));
        FakeMicro.writeTo(temp.resolve("server/payara-micro.jar"));
        FakeMicro.write(
                temp.resolve("computility-launcher-parent-watch.jar"), Map.of(), ParentWatch.class, DailyLog.class);
    }

    @AfterEach
    void leaveNothingBehind() {
        launchers.forEach(Process::destroyForcibly); // A server ends with the launcher that started it.
    }

    @Test
    void saysThatItHasStoppedAndNotThatTheServerFailed() throws Exception {
        Process launcher = launch("serve");

        String said = until("Computility is ready", launcher);
        launcher.toHandle().destroy(); // SIGTERM; the process itself would close its output.
        said += rest(launcher);

        assertThat(launcher.waitFor()).isEqualTo(AFTER_SIGTERM);
        assertThat(said).contains("Computility has stopped.").doesNotContain("ended with");
    }

    @Test
    void saysWithWhatAServerEndedThatNobodyStopped() throws Exception {
        Process launcher = launch("fail");

        String said = rest(launcher);

        assertThat(launcher.waitFor()).isEqualTo(3);
        assertThat(said).contains("The server ended with 3, see ");
    }

    private Process launch(String fate) throws IOException {
        ProcessBuilder launcher = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcomputility.home=" + temp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName()))
                .redirectErrorStream(true);
        launcher.environment().put("COMPUTILITY_HTTP_PORT", "" + freePort());
        launcher.environment().put("COMPUTILITY_DATA_DIR", temp.resolve("data").toString());
        launcher.environment().put("COMPUTILITY_DATABASE_URL", "jdbc:postgresql://nobody.invalid/none");
        launcher.environment().put("COMPUTILITY_ADMIN_PASSWORD", "secret-secret");
        launcher.environment().put("FATE", fate);
        Process started = launcher.start();
        launchers.add(started);
        return started;
    }

    private static String until(String text, Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.indexOf(text) < 0) {
            int next = process.getInputStream().read();
            assertThat(next).as(said.toString()).isNotNegative();
            said.append((char) next);
        }
        return said.toString();
    }

    private static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
